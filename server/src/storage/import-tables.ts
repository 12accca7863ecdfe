/** Where files of codes wait until they are whole. */
export interface ImportTables {
  code_imports: CodeImportsTable;
  imported_codes: ImportedCodesTable;
}

/** A file that is being taken. Its codes lie among the others without counters, and so exist for nobody yet. */
export interface CodeImportsTable {
  workspace_id: string;
  /** `imp_` + ULID. */
  id: string;
  /** `discarded`: its codes are removed. `published`: they have counters, and only the list of them is removed. */
  state: 'running' | 'published' | 'discarded';
  /** Epoch ms; a file whose process has not been heard of until then is discarded. */
  lease_until: number;
  created_at: number;
}

/** A code of a file that is being taken. */
export interface ImportedCodesTable {
  workspace_id: string;
  import_id: string;
  discount_code_id: string;
  /** Uses that another system had counted. */
  imported_uses: number;
}
