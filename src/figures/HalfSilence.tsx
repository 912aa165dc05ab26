/**
 * A client that has sent an order to each of three servers, seen with its eyes: B is silent. The reader may have something else broken,
 * which changes nothing that is seen, then look behind the network and break it by hand. Beside it the same program on one machine.
 */
import { Figure } from '../lesson/Figure.tsx';
import { useFigureState } from '../lesson/useFigureState.ts';
import { afterCall, afterRound, afterSwitch, brokenWorld, type Machine, type Servers } from './halfSilence.ts';
import { INITIAL, WORLDS } from './halfSilenceLink.ts';
import { clientSentence, machineSentence, truthSentence } from './halfSilenceSentence.ts';
import { NetworkPicture } from './HalfSilenceNetwork.tsx';
import styles from './halfSilence.module.css';

const PLACES = [
  { place: 'network', label: 'Over a network' },
  { place: 'machine', label: 'On one machine' },
] as const;

export function HalfSilence() {
  const [world, setWorld, reset] = useFigureState('silence', INITIAL, WORLDS);
  const { place, isOpen, servers, machine } = world;
  const setServers = (now: Servers): void => setWorld({ ...world, servers: now });
  const setMachine = (now: Machine): void => setWorld({ ...world, machine: now });
  const breakElse = (): void => setWorld({ ...world, at: world.at + 1, servers: brokenWorld(world.at + 1) });
  const truth = isOpen ? truthSentence(servers) : '';

  return (
    <Figure
      id="silence"
      title={place === 'network' ? 'Two of three answer. What is wrong with B?' : 'The same program on one machine. Who is left to wonder?'}
      sentence={
        place === 'machine' ? (
          <p>{machineSentence(machine)}</p>
        ) : (
          <>
            <p>{clientSentence(servers)}</p>
            {truth !== '' && <p className={styles.truth}>{truth}</p>}
          </>
        )
      }
      sentenceLines={2}
      onReset={reset}
    >
      <fieldset className={styles.places}>
        <legend className={styles.spoken}>Where the program runs</legend>
        {PLACES.map((one) => (
          <label key={one.place}>
            <input
              type="radio"
              name="silence-place"
              checked={place === one.place}
              onChange={() => setWorld({ ...world, place: one.place })}
            />
            {one.label}
          </label>
        ))}
      </fieldset>
      {place === 'network' ? (
        <>
          <NetworkPicture servers={servers} isOpen={isOpen} onChange={setServers} />
          <div className={styles.controls}>
            <button type="button" onClick={() => setServers(afterRound(servers))}>
              Send an order to each
            </button>
            <button type="button" onClick={breakElse}>
              Break something else
            </button>
            <button type="button" aria-pressed={isOpen} onClick={() => setWorld({ ...world, isOpen: !isOpen })}>
              Look behind the network
            </button>
          </div>
        </>
      ) : (
        <>
          <MachinePicture machine={machine} />
          <div className={styles.controls}>
            <button type="button" disabled={!machine.isOn} onClick={() => setMachine(afterCall(machine))}>
              Call all three
            </button>
            <button type="button" onClick={() => setMachine(afterSwitch(machine))}>
              {machine.isOn ? 'Cut the power' : 'Switch on'}
            </button>
          </div>
        </>
      )}
    </Figure>
  );
}

function MachinePicture({ machine: { isOn, counted } }: { readonly machine: Machine }) {
  const note = counted === 0 ? 'nothing yet' : `“${counted} counted”`;
  return (
    <div className={styles.machine} data-on={isOn}>
      <p className={styles.box}>
        <b>Client</b> <span>{isOn ? note : 'off'}</span>
      </p>
      {['A', 'B', 'C'].map((name) => (
        <p key={name} className={styles.box}>
          <b>{name}</b> <span>{isOn ? `counted ${counted}` : 'off'}</span>
        </p>
      ))}
      <p className={styles.label}>one machine, one power supply</p>
    </div>
  );
}
