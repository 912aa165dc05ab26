/** A lesson in the sidebar, with a mark for how far the reader is. Otherwise the theme's own, for links within the site. */
import Link from '@docusaurus/Link';
import { ThemeClassNames } from '@docusaurus/theme-common';
import { isActiveSidebarItem } from '@docusaurus/plugin-content-docs/client';
import type { Props } from '@theme/DocSidebarItem/Link';
import { clsx } from 'clsx';
import { Mark, lessonWords } from '../../../memory/Mark.tsx';
import { lessonOf } from '../../../memory/lessonOf.ts';
import { useProgress } from '../../../memory/useProgress.ts';
import markStyles from '../../../memory/mark.module.css';
import styles from './styles.module.css';

export default function DocSidebarItemLink({ item, onItemClick, activePath, level, index: _index, ...props }: Props) {
  const progress = useProgress();
  const lesson = lessonOf(item.docId);
  const stage = lesson === undefined ? undefined : progress?.lesson(lesson).stage;
  const isActive = isActiveSidebarItem(item, activePath);
  return (
    <li
      className={clsx(
        ThemeClassNames.docs.docSidebarItemLink,
        ThemeClassNames.docs.docSidebarItemLinkLevel(level),
        'menu__list-item',
        item.className,
      )}
    >
      <Link
        {...props}
        className={clsx('menu__link', styles.link, isActive && 'menu__link--active')}
        autoAddBaseUrl={item.autoAddBaseUrl ?? true}
        aria-current={isActive ? 'page' : undefined}
        to={item.href}
        onClick={() => onItemClick?.(item)}
      >
        {lesson !== undefined && <Mark stage={stage} />}
        <span>
          {item.label}
          {stage && stage !== 'untouched' && <span className={markStyles.spoken}>, {lessonWords(stage)}</span>}
        </span>
      </Link>
    </li>
  );
}
