/** Whether this run takes the long column of the promises: more rounds of the same tests. `HEMAT_TEST_LONG=1` says so. */
export const isLongRun = process.env.HEMAT_TEST_LONG === '1';
