/** What every page written in MDX may use without an import. */
import MDXComponents from '@theme-original/MDXComponents';
import { Figure } from '../lesson/Figure.tsx';
import { Incident } from '../lesson/Incident.tsx';
import { Predict } from '../lesson/Predict.tsx';
import { Sources } from '../lesson/Sources.tsx';
import { Table } from '../lesson/Table.tsx';
import { Term } from '../lesson/Term.tsx';
import { KeptQuiz } from '../memory/KeptQuiz.tsx';

export default { ...MDXComponents, Figure, Incident, Predict, Quiz: KeptQuiz, Sources, Term, table: Table };
