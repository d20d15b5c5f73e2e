import { shortcutTexts } from '../../i18n/shortcuts.ts';
import { toolTexts } from '../../i18n/tools.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { useTexts } from '../../kit/language.tsx';
import { SHORTCUTS, type Shortcut } from './shortcuts.ts';
import type { ToolProps } from './tool-props.ts';
import './tools.css';

const isShortcut = (act: string): act is Shortcut => Object.hasOwn(SHORTCUTS, act);

/** Every key of the talk, from the table that the keyboard itself reads. */
export function ShortcutList({ onClose }: Pick<ToolProps, 'onClose'>) {
  const t = useTexts(shortcutTexts);
  const tools = useTexts(toolTexts);
  const names: Readonly<Record<string, string>> = {
    Control: t.control,
    Shift: t.shift,
    Enter: t.enter,
  };
  return (
    <Dialog title={tools.shortcuts} onClose={onClose}>
      <p className="hint">{t.help}</p>
      <table className="tool-keys">
        <thead>
          <tr>
            <th scope="col">{t.act}</th>
            <th scope="col">{t.press}</th>
          </tr>
        </thead>
        <tbody>
          {Object.keys(SHORTCUTS)
            .filter(isShortcut)
            .map((act) => (
              <tr key={act}>
                <th scope="row">{t[act]}</th>
                <td>
                  {SHORTCUTS[act].split('+').map((key, i) => (
                    <span key={key}>
                      {i > 0 && ' + '}
                      <kbd>{names[key] ?? key}</kbd>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      <div className="row" data-end="">
        <Button onClick={onClose}>{tools.close}</Button>
      </div>
    </Dialog>
  );
}
