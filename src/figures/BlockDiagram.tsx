/**
 * A system of parts in stages. The reader selects a part, then adds others after it or beside it, moves it from place to place, and
 * changes how good it is: what stands in series costs availability, what stands beside raises it.
 */
import { clsx } from 'clsx';
import { Figure } from '../lesson/Figure.tsx';
import { useFigureState } from '../lesson/useFigureState.ts';
import { availabilityOfStage, nextId, partsOf, removed, type Diagram, type Part, type Stage } from './blockDiagram.ts';
import { BlockDiagramTools } from './BlockDiagramTools.tsx';
import { DRAWINGS, INITIAL } from './blockDiagramLink.ts';
import { diagramSentence, diagramText, partName } from './blockDiagramSentence.ts';
import { probabilityText } from './uptimeWords.ts';
import styles from './blockDiagram.module.css';

export function BlockDiagram() {
  const [{ diagram, selected }, setDrawing, reset] = useFigureState('blocks', INITIAL, DRAWINGS);

  /** What is added is selected, so that it can be moved at once. */
  const onAdd = (next: Diagram): void => setDrawing({ diagram: next, selected: next === diagram ? selected : nextId(diagram) });

  const onRemove = (): void => {
    const parts = partsOf(diagram);
    const at = parts.findIndex(({ id }) => id === selected);
    const neighbour = parts[at + 1] ?? parts[at - 1];
    if (neighbour) setDrawing({ diagram: removed(diagram, selected), selected: neighbour.id });
  };

  return (
    <Figure
      id="blocks"
      title="Where does one part more help?"
      sentence={<p>{diagramSentence(diagram)}</p>}
      sentenceLines={2}
      onReset={reset}
    >
      <fieldset className={styles.diagram}>
        <legend className={styles.spoken}>{diagramText(diagram)}</legend>
        {diagram.map((stage) => (
          <StageColumn
            key={stage.parts[0]?.id}
            stage={stage}
            selected={selected}
            onSelect={(id) => setDrawing({ diagram, selected: id })}
          />
        ))}
      </fieldset>
      <BlockDiagramTools
        diagram={diagram}
        selected={selected}
        onAdd={onAdd}
        onChange={(next) => setDrawing({ diagram: next, selected })}
        onRemove={onRemove}
      />
    </Figure>
  );
}

interface StageColumnProps {
  readonly stage: Stage;
  readonly selected: number;
  readonly onSelect: (id: number) => void;
}

function StageColumn({ stage, selected, onSelect }: StageColumnProps) {
  const { parts, needed } = stage;
  return (
    <div className={styles.stage}>
      <div className={styles.lanes}>
        {parts.map((part) => (
          <Block key={part.id} part={part} isSelected={part.id === selected} onSelect={() => onSelect(part.id)} />
        ))}
      </div>
      {parts.length > 1 && (
        <p className={styles.stageText}>
          {needed} of {parts.length}: {probabilityText(availabilityOfStage(stage))}
        </p>
      )}
    </div>
  );
}

interface BlockProps {
  readonly part: Part;
  readonly isSelected: boolean;
  readonly onSelect: () => void;
}

function Block({ part: { id, availability }, isSelected, onSelect }: BlockProps) {
  return (
    <div className={styles.lane}>
      <button type="button" aria-pressed={isSelected} className={clsx(styles.block, isSelected && styles.selected)} onClick={onSelect}>
        <b>{partName(id)}</b> <span>{availability}</span>
      </button>
    </div>
  );
}
