/** An event that bubbles out of shadow roots, as all of ours do. */
export abstract class HematEvent<Detail> extends CustomEvent<Detail> {
  constructor(type: string, detail: Detail, cancelable = false) {
    super(type, { detail, cancelable, bubbles: true, composed: true });
  }
}
