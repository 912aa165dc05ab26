/** The workflow that grades answers on GitHub. It needs no secret and may write nothing. */
import { CI_LIMIT_MINUTES, GRADE, INSTALL, yamlText, type CiPlace } from './ciPlace.ts';
import { YAML_MARKER } from './marker.ts';

/** From the repository's root: GitHub looks nowhere else. */
export const GITHUB_WORKFLOW = '.github/workflows/faultline.yml';

export function githubWorkflow({ answers, home }: CiPlace): string {
  return `${YAML_MARKER}
# Grades the answers on every push. The job passes if every answer does.
name: Faultline

on:
  push:
  workflow_dispatch:

permissions:
  contents: read

# A newer push makes an older one's result worthless.
concurrency:
  group: faultline-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  grade:
    runs-on: ubuntu-24.04
    timeout-minutes: ${CI_LIMIT_MINUTES}
    env:
      ANSWERS: ${yamlText(answers)}
      # The folder of the package.json that names faultline: a version of a registry, or a file that is committed.
      COURSE: ${yamlText(home)}
    steps:
      - uses: actions/checkout@v6.0.2
        with:
          persist-credentials: false
      - uses: actions/setup-node@v6.4.0
        with:
          node-version: 20
      - name: Install
        run: ${INSTALL}
      - name: Grade
        run: ${GRADE} --reporter text --reporter github --reporter junit=faultline.xml
      - name: Keep the results
        if: always()
        uses: actions/upload-artifact@v7.0.1
        with:
          name: faultline
          path: faultline.xml
          if-no-files-found: ignore
`;
}
