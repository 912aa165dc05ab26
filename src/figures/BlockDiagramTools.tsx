/** What can be done with the selected part of a block diagram. */
import { addedAfter, addedBeside, LEVELS, moved, partsOf, stageOf, withAvailability, withNeeded, type Diagram } from './blockDiagram.ts';
import { partName } from './blockDiagramSentence.ts';
import styles from './blockDiagram.module.css';

interface BlockDiagramToolsProps {
  readonly diagram: Diagram;
  readonly selected: number;
  readonly onAdd: (diagram: Diagram) => void;
  readonly onChange: (diagram: Diagram) => void;
  readonly onRemove: () => void;
}

export function BlockDiagramTools({ diagram, selected, onAdd, onChange, onRemove }: BlockDiagramToolsProps) {
  const part = partsOf(diagram).find(({ id }) => id === selected);
  const stage = stageOf(diagram, selected);
  if (!part || !stage) return null;
  const name = partName(selected);
  const front = moved(diagram, selected, -1);
  const back = moved(diagram, selected, 1);
  const after = addedAfter(diagram, selected);
  const beside = addedBeside(diagram, selected);

  return (
    <fieldset className={styles.tools}>
      <legend>Part {name}</legend>
      <div className={styles.row}>
        <Tool label="Add one after it" isOff={after === diagram} onPress={() => onAdd(after)} />
        <Tool label="Add one beside it" isOff={beside === diagram} onPress={() => onAdd(beside)} />
        <Tool label="Move earlier" isOff={front === diagram} onPress={() => onChange(front)} />
        <Tool label="Move later" isOff={back === diagram} onPress={() => onChange(back)} />
        <Tool label="Remove" isOff={partsOf(diagram).length === 1} onPress={onRemove} />
      </div>
      <div className={styles.row}>
        <label>
          Its availability{' '}
          <select value={part.availability} onChange={(event) => onChange(withAvailability(diagram, selected, Number(event.target.value)))}>
            {LEVELS.map((level) => (
              <option key={level}>{level}</option>
            ))}
          </select>
        </label>
        <label>
          Needed in its stage{' '}
          <select
            value={stage.needed}
            disabled={stage.parts.length === 1}
            onChange={(event) => onChange(withNeeded(diagram, selected, Number(event.target.value)))}
          >
            {stage.parts.map(({ id }, at) => (
              <option key={id} value={at + 1}>
                {at + 1} of {stage.parts.length}
              </option>
            ))}
          </select>
        </label>
      </div>
    </fieldset>
  );
}

interface ToolProps {
  readonly label: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
}

/** Off without losing the focus: a part that has come to an end is moved back with the next key. */
function Tool({ label, isOff, onPress }: ToolProps) {
  return (
    <button type="button" aria-disabled={isOff} onClick={() => !isOff && onPress()}>
      {label}
    </button>
  );
}
