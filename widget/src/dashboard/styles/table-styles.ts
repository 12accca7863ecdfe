import { css } from 'lit';

/** A real table; below 40 rem each row reads as a card, its cells named by `data-label`. */
export const tableStyles = css`
  .table-frame {
    position: relative;
    background: var(--wa-color-surface-default);
    border: 1px solid var(--wa-color-surface-border);
    border-radius: 0.75rem;
    overflow: clip;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th {
    font-size: 0.8125rem;
    font-weight: 560;
    color: var(--wa-color-text-quiet);
    text-align: start;
    white-space: nowrap;
  }
  thead th {
    padding: 0.75rem 1rem;
    background: var(--wa-color-surface-default);
    border-block-end: 1px solid var(--wa-color-surface-border);
  }
  th.number {
    text-align: end;
  }
  tbody th {
    font-size: inherit;
    color: inherit;
    white-space: normal;
  }
  tbody th .small {
    font-weight: 400;
  }
  tbody :is(td, th) {
    padding: 0.75rem 1rem;
    vertical-align: middle;
  }
  tbody tr + tr > *,
  tbody + tbody > tr:first-child > * {
    border-block-start: 1px solid var(--wa-color-surface-border);
  }
  tbody tr:hover {
    background: color-mix(in oklab, var(--dash-accent) 5%, transparent);
  }
  @media (width < 40rem) {
    table,
    tbody,
    tr,
    td,
    tbody th {
      display: block;
    }
    thead {
      position: absolute;
      clip-path: inset(50%);
      block-size: 1px;
      overflow: hidden;
    }
    tbody tr {
      padding: 0.875rem 1rem;
    }
    tbody :is(td, th),
    tbody tr + tr > *,
    tbody + tbody > tr:first-child > * {
      padding: 0;
      border: 0;
    }
    tbody tr + tr,
    tbody + tbody > tr:first-child {
      border-block-start: 1px solid var(--wa-color-surface-border);
    }
    tbody td {
      display: flex;
      justify-content: space-between;
      gap: 1rem;
      padding-block-start: 0.25rem !important;
      text-align: end;
    }
    tbody td > wa-button {
      margin-inline-start: auto;
    }
    tbody td:empty {
      display: none;
    }
    tbody td[data-label]::before {
      content: attr(data-label);
      color: var(--wa-color-text-quiet);
      font-size: 0.875rem;
    }
  }
`;
