/** The picture of the client's notes and, behind a veil that can be lifted, the ways and the servers, each of which can be broken. */
import { clsx } from 'clsx';
import { clientNote, CONDITIONS, SERVERS, type Condition, type Name, type Server, type Servers } from './halfSilence.ts';
import styles from './halfSilence.module.css';

const CONDITION_LABELS: Readonly<Record<Condition, string>> = {
  works: 'works',
  down: 'is down',
  stops: 'stops after the work',
  slow: 'is slow',
};

interface NetworkPictureProps {
  readonly servers: Servers;
  readonly isOpen: boolean;
  readonly onChange: (servers: Servers) => void;
}

export function NetworkPicture({ servers, isOpen, onChange }: NetworkPictureProps) {
  return (
    <div className={clsx(styles.network, isOpen && styles.open)}>
      <p className={clsx(styles.label, styles.noteHead)}>the client’s notes</p>
      {isOpen && (
        <>
          <p className={clsx(styles.label, styles.wayHead)}>ways (press to cut or mend)</p>
          <p className={clsx(styles.label, styles.serverHead)}>servers</p>
        </>
      )}
      {SERVERS.map((name) => (
        <Row
          key={name}
          name={name}
          server={servers[name]}
          isOpen={isOpen}
          onChange={(server) => onChange({ ...servers, [name]: server })}
        />
      ))}
      {!isOpen && (
        <p className={styles.veil}>
          <span>the network, and what is behind it: out of the client’s sight</span>
        </p>
      )}
    </div>
  );
}

interface RowProps {
  readonly name: Name;
  readonly server: Server;
  readonly isOpen: boolean;
  readonly onChange: (server: Server) => void;
}

function Row({ name, server, isOpen, onChange }: RowProps) {
  const isSilent = server.fate !== 'answered' && server.fate !== 'not sent';
  return (
    <div className={styles.row}>
      <p className={clsx(styles.note, isSilent && styles.silent)}>
        <i className={styles.noteLabel}>client:</i> <b>{name}</b> <span>{clientNote(server)}</span>
      </p>
      {isOpen && (
        <>
          <div className={styles.ways}>
            <Way
              label={`order to ${name}`}
              direction="there"
              works={server.reachesServer}
              onPress={() => onChange({ ...server, reachesServer: !server.reachesServer })}
            />
            <Way
              label={`answer of ${name}`}
              direction="back"
              works={server.reachesClient}
              onPress={() => onChange({ ...server, reachesClient: !server.reachesClient })}
            />
          </div>
          <div className={clsx(styles.server, server.condition === 'down' && styles.down)}>
            <p>
              <b>{name}</b> counted {server.counted}
            </p>
            <ConditionChoice name={name} condition={server.condition} onChange={(condition) => onChange({ ...server, condition })} />
          </div>
        </>
      )}
    </div>
  );
}

interface WayProps {
  readonly label: string;
  readonly direction: 'there' | 'back';
  readonly works: boolean;
  readonly onPress: () => void;
}

function Way({ label, direction, works, onPress }: WayProps) {
  return (
    <button type="button" className={clsx(styles.way, styles[direction], !works && styles.cut)} onClick={onPress}>
      <span className={styles.wayLabel}>
        {label}
        <span className={works ? styles.spoken : undefined}>{works ? ': arrives' : ': cut'}</span>
      </span>
    </button>
  );
}

interface ConditionChoiceProps {
  readonly name: Name;
  readonly condition: Condition;
  readonly onChange: (condition: Condition) => void;
}

function ConditionChoice({ name, condition, onChange }: ConditionChoiceProps) {
  return (
    <select
      aria-label={`Server ${name}`}
      value={condition}
      onChange={(event) => {
        const chosen = CONDITIONS.find((one) => one === event.target.value);
        if (chosen) onChange(chosen);
      }}
    >
      {CONDITIONS.map((one) => (
        <option key={one} value={one}>
          {CONDITION_LABELS[one]}
        </option>
      ))}
    </select>
  );
}
