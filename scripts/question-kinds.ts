import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measuredText } from '../tests/training/confusion.ts';
import { root } from './run.ts';

/*
 * Writes the confusion tables of the question model into its document, between the two marks. Run it after a change
 * of the rules: `node scripts/question-kinds.ts`. A test fails while the document says something else.
 */
const path = join(root, 'docs', 'training', 'question-kinds.md');
const [before = '', , after = ''] = readFileSync(path, 'utf8').split(/<!-- \/?measured -->\n/);
const marked = `<!-- measured -->\n${measuredText()}\n<!-- /measured -->\n`;
writeFileSync(path, `${before}${marked}${after}`);
