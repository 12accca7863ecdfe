// @open-wc/testing's snapshot matcher talks to @web/test-runner over its own socket; there is none under vitest.
const unavailable = () => {
  throw new Error(
    'Snapshots of @open-wc/semantic-dom-diff are not available under vitest; use toMatchSnapshot.',
  );
};
export const getSnapshot = unavailable;
export const saveSnapshot = unavailable;
export const getSnapshotConfig = unavailable;
