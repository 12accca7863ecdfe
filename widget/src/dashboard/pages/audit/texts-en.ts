/** The texts of the audit log in English. */
export const textsEn = {
  title: 'History',
  lead: 'Who did what in this workspace, and what it looked like before and after.',
  from: 'From',
  to: 'To',
  target: 'Changed object',
  targetHint: 'Its id, such as disc_… or ak_…',
  actor: 'Changed by',
  actorHint: 'Id of the key or the member.',
  show: 'Show',
  export: 'Download (CSV)',
  emptyTitle: 'Nothing here',
  emptyText: 'No change fits these filters.',
  notAllowed: 'Only owners read the history of the workspace.',
};

/** Every text of the audit log. */
export type Texts = typeof textsEn;
