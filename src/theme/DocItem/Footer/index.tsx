/** What stands under a lesson: the theme's own, and the end that a reader reaches. */
import Footer from '@theme-original/DocItem/Footer';
import { useDoc } from '@docusaurus/plugin-content-docs/client';
import { LessonEnd } from '../../../memory/LessonEnd.tsx';
import { lessonOf } from '../../../memory/lessonOf.ts';

export default function DocItemFooter() {
  const lesson = lessonOf(useDoc().metadata.id);
  return (
    <>
      <Footer />
      {lesson !== undefined && <LessonEnd key={lesson} lesson={lesson} />}
    </>
  );
}
