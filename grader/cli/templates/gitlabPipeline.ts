/** The pipeline that grades answers on GitLab, which shows the checks beside a merge request. */
import { answersValue, CI_LIMIT_MINUTES, yamlText, type CiPlace } from './ciPlace.ts';
import { YAML_MARKER } from './marker.ts';

/** From the repository's root: GitLab looks nowhere else. */
export const GITLAB_PIPELINE = '.gitlab-ci.yml';

export function gitlabPipeline(place: CiPlace): string {
  const { within } = place;
  return `${YAML_MARKER}
# Grades the answers on every push. The job passes if every answer does.
faultline:
  image: node:20-bookworm-slim
  stage: test
  interruptible: true
  timeout: ${CI_LIMIT_MINUTES} minutes
  variables:
    ANSWERS: ${answersValue(place)}
    COURSE: ${yamlText(within === '' ? '.' : within)}
  script:
    - cd "$COURSE"
    # What package.json names: a version of a registry, or a file that is committed here.
    - npm install --ignore-scripts --no-audit --no-fund
    - npx --no-install faultline grade "$ANSWERS" --reporter text --reporter junit=faultline.xml
  artifacts:
    when: always
    reports:
      junit: ${yamlText(within === '' ? 'faultline.xml' : `${within}/faultline.xml`)}
`;
}
