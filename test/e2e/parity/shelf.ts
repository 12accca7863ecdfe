/** What the random codes look for and the random carts hold. */
export const products = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
export const tags = ['coffee', 'tea', 'gear', 'gift'];
export const regions = ['ID', 'ID-JK', 'ID-BA', 'SG', 'MY'];
/** The first is the workspace's own and by far the most frequent in carts. */
export const currencies = [...Array<string>(14).fill('IDR'), 'USD'];
