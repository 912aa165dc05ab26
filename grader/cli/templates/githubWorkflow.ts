/** The workflow that grades answers on GitHub. It needs no secret and may write nothing. */
import { answersValue, CI_LIMIT_MINUTES, yamlText, type CiPlace } from './ciPlace.ts';
import { YAML_MARKER } from './marker.ts';

/** From the repository's root: GitHub looks nowhere else. */
export const GITHUB_WORKFLOW = '.github/workflows/faultline.yml';

export function githubWorkflow(place: CiPlace): string {
  const { within } = place;
  const defaults = within === '' ? '' : `    defaults:\n      run:\n        working-directory: ${yamlText(within)}\n`;
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
      ANSWERS: ${answersValue(place)}
${defaults}    steps:
      - uses: actions/checkout@v6.0.2
        with:
          persist-credentials: false
      - uses: actions/setup-node@v6.4.0
        with:
          node-version: 20
      # What package.json names: a version of a registry, or a file that is committed here.
      - name: Install
        run: npm install --ignore-scripts --no-audit --no-fund
      - name: Grade
        run: npx --no-install faultline grade "$ANSWERS" --reporter text --reporter github --reporter junit=faultline.xml
      - name: Keep the results
        if: always()
        uses: actions/upload-artifact@v7.0.1
        with:
          name: faultline
          path: ${yamlText(within === '' ? 'faultline.xml' : `${within}/faultline.xml`)}
          if-no-files-found: ignore
`;
}
