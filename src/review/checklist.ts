import data from './data/checklist.json' with { type: 'json' };
import { Checklist } from './model/checklist.ts';

/** The supervisor's points, as the shipped guide has them (`supervisorReview`); a test holds the two together. */
export const CHECKLIST = Checklist.parse(data);
