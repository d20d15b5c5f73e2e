import { startTexts } from '../../i18n/start.ts';
import { useTexts } from '../../kit/language.tsx';
import { Page } from '../../kit/page.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import './screens.css';

/** Four doors. Joining stands first, since that is what most who open this have come for. */
export function FirstStart(props: {
  readonly onSetUp: () => void;
  readonly onJoin: () => void;
  readonly onTry: () => void;
  readonly onPractice: () => void;
}) {
  const texts = useTexts(startTexts);
  return (
    <Page title={texts.welcome} actions={<LanguageSwitch />}>
      <div className="stack start-intro">
        <p>{texts.what}</p>
        <p>{texts.how}</p>
      </div>
      <section className="stack" aria-labelledby="start-doors">
        <h2 id="start-doors">{texts.doors}</h2>
        <div className="start-doors">
          <Door title={texts.joinDoor} text={texts.joinDoorText} onOpen={props.onJoin} />
          <Door title={texts.setUpDoor} text={texts.setUpDoorText} onOpen={props.onSetUp} />
          <Door title={texts.tryDoor} text={texts.tryDoorText} onOpen={props.onTry} />
          <Door
            title={texts.practiceDoor}
            text={texts.practiceDoorText}
            onOpen={props.onPractice}
          />
        </div>
      </section>
    </Page>
  );
}

function Door(props: {
  readonly title: string;
  readonly text: string;
  readonly onOpen: () => void;
}) {
  return (
    <button type="button" className="start-door" onClick={props.onOpen}>
      <span className="start-door-title">{props.title}</span>
      <span className="hint">{props.text}</span>
    </button>
  );
}
