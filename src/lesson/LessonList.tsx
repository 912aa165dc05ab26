import { useDocsSidebar } from '@docusaurus/plugin-content-docs/client';
import type { PropSidebarItem } from '@docusaurus/plugin-content-docs';
import Link from '@docusaurus/Link';
import { LessonStage } from '../memory/LessonStage.tsx';

/** The lessons that there are, by module: what the sidebar has, but for this page itself. */
export function LessonList() {
  const items = useDocsSidebar()?.items ?? [];
  return items.flatMap((module) =>
    module.type === 'category' ? (
      <section key={module.label}>
        <h2>{module.label}</h2>
        <ol>
          {module.items.flatMap((lesson: PropSidebarItem) =>
            lesson.type === 'link' ? (
              <li key={lesson.href}>
                <LessonStage docId={lesson.docId}>
                  <Link to={lesson.href}>{lesson.label}</Link>
                </LessonStage>
              </li>
            ) : (
              []
            ),
          )}
        </ol>
      </section>
    ) : (
      []
    ),
  );
}
