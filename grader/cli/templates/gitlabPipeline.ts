/** The pipeline that grades answers on GitLab, which shows the checks beside a merge request. */
import { CI_LIMIT_MINUTES, GRADE, INSTALL, yamlText, type CiPlace } from './ciPlace.ts';
import { YAML_MARKER } from './marker.ts';

/** From the repository's root: GitLab looks nowhere else. */
export const GITLAB_PIPELINE = '.gitlab-ci.yml';

export function gitlabPipeline({ answers, home }: CiPlace): string {
  return `${YAML_MARKER}
# Grades the answers on every push. The job passes if every answer does.
faultline:
  image: node:20-bookworm-slim
  stage: test
  interruptible: true
  timeout: ${CI_LIMIT_MINUTES} minutes
  variables:
    ANSWERS: ${yamlText(answers)}
    # The folder of the package.json that names faultline: a version of a registry, or a file that is committed.
    COURSE: ${yamlText(home)}
  script:
    - ${INSTALL}
    - ${GRADE} --reporter text --reporter junit=faultline.xml
  artifacts:
    when: always
    reports:
      junit: faultline.xml
`;
}
