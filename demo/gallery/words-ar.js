// Every word of the elements in Arabic. A shop writes such a table for a language that does not ship.
await customElements.whenDefined('hemat-discount-field');
const { Hemat } = window;

const capped = ({ value, atMost }) => (atMost ? `${value} بحد أقصى ${atMost}` : value);

Hemat.registerMessages('ar', {
  toggle: 'هل لديك رمز خصم؟',
  another: 'إضافة رمز آخر',
  label: 'رمز الخصم',
  apply: 'تطبيق',
  retry: 'إعادة المحاولة',
  checking: 'جارٍ التحقق…',
  codes: 'رموز الخصم',
  remove: (code) => `إزالة ${code}`,
  useInstead: (code) => `استخدام ${code} بدلاً منه`,
  saves: (saving, total) => `توفّر ${saving}، والمجموع الجديد ${total}`,
  onLines: (lines) => `على ${lines}`,
  applied: (code) => `تم تطبيق ${code}.`,
  removed: (code) => `تمت إزالة ${code}.`,
  waiting: (code, sentence) => `${code}: ${sentence}`,
  required: 'أدخل رمز خصم.',
  empty: 'أدخل الرمز أولاً.',
  mistyped: 'يبدو أن في الرمز خطأً. راجع حروفه، أو طبّقه كما هو مرة أخرى.',
  unavailable: 'تعذّر التحقق من الرمز. يمكنك المحاولة مجدداً أو الطلب من دونه.',
  offline: 'أنت غير متصل. سنتحقق من الرمز عند عودة الاتصال.',
  busy: 'محاولات كثيرة. انتظر قليلاً ثم أعد المحاولة.',
  reasons: {
    CODE_NOT_FOUND: () => 'لا نعرف هذا الرمز. تحقّق من كتابته وأعد المحاولة.',
    INACTIVE: () => 'هذا الرمز متوقف حالياً. جرّب رمزاً آخر.',
    NOT_YET_VALID: ({ startsAt }) =>
      startsAt === null ? 'لم يبدأ هذا الرمز بعد.' : `يبدأ هذا الرمز في ${startsAt}.`,
    EXPIRED: () => 'انتهت صلاحية هذا الرمز. جرّب رمزاً آخر.',
    MAX_USES_REACHED: () => 'نفدت استخدامات هذا الرمز. جرّب رمزاً آخر.',
    CUSTOMER_REQUIRED: () => 'سجّل الدخول لاستخدام هذا الرمز.',
    CUSTOMER_LIMIT_REACHED: () => 'استخدمتَ هذا الرمز بعدد المرات المسموح. جرّب رمزاً آخر.',
    CUSTOMER_NOT_ELIGIBLE: () => 'هذا الرمز لعملاء آخرين. جرّب رمزاً آخر.',
    CURRENCY_MISMATCH: () => 'هذا الرمز لعملة أخرى. جرّب رمزاً آخر.',
    REGION_MISMATCH: () => 'هذا الرمز لا يشمل منطقة التوصيل. تحقّق من العنوان أو جرّب رمزاً آخر.',
    MIN_PURCHASE_NOT_MET: ({ shortBy }) =>
      shortBy === null ? 'أضف منتجات أخرى لاستخدام هذا الرمز.' : `أضف ${shortBy} لاستخدام هذا الرمز.`,
    SCOPE_MISMATCH: () => 'هذا الرمز لمنتجات أخرى. أضف أحدها لاستخدامه.',
    NOT_COMBINABLE: () => 'لا يجتمع هذا الرمز مع الرمز الآخر. أزل الآخر لاستخدامه.',
    NOT_APPLICABLE: () => 'لا يمكن استخدام هذا الرمز لهذا الطلب.',
  },

  promos: 'عروض لك',
  loading: 'جارٍ البحث عن العروض…',
  noPromos: 'لا توجد عروض حالياً.',
  promosUnavailable: 'تعذّر تحميل العروض.',
  promosExpired: 'انتهت هذه العروض.',
  use: 'استخدام',
  used: 'مستخدم',
  saving: (amount) => `توفّر ${amount}`,
  spendMore: (amount) => `أنفق ${amount} إضافية`,
  until: (date) => `حتى ${date}`,
  timeLeft: (time) => `بقي ${time}`,
  offItems: (gift) => `خصم ${capped(gift)}`,
  offShipping: (gift) => `خصم ${capped(gift)} على الشحن`,
  freeShipping: 'شحن مجاني',
});
