import type { Fact } from './known-facts.js';

const core = '/ky/distribution/core/Ky.js';
const constants = '/ky/distribution/core/constants.js';
const merge = '/ky/distribution/utils/merge.js';

/** What is true of the two calls of `createPublicClient`, the only ones of a page. */
export const factsOfKy: readonly Fact[] = [
  {
    because: 'neither call has hooks',
    module: core,
    swaps: [
      [/hooks: mergeHooks\(\{[^}]*\}, options\.hooks\),/g, ''],
      [/for \(const hook of (?:ky|this)\.#options\.hooks\.\w+\)/g, 'while (false)'],
    ],
  },
  { because: 'neither call has hooks', module: merge, swaps: [[/isObject\(source\.hooks\)/g, 'false']] },
  {
    because: 'only a hook can force a repetition',
    module: core,
    swaps: [[/\w+ instanceof ForceRetryError/g, 'false']],
  },
  {
    because: 'both send and read plain JSON and watch no progress',
    module: core,
    swaps: [
      [
        /(?:ky|this)\.#options\.(?:parseJson|stringifyJson|onDownloadProgress|onUploadProgress)\b/g,
        'undefined',
      ],
    ],
  },
  {
    because:
      'a browser with element internals and `AbortSignal.timeout` can abort, and no body of ours is a stream or a form',
    module: constants,
    swaps: [
      [/(?<=supportsAbort\w+ = ).*;/g, 'true;'],
      [/(?<=supports(?:ResponseStreams|FormData) = ).*;/g, 'false;'],
      [/(?<=supportsRequestStreams = )[^]*?\}\)\(\);/g, 'false;'],
      [/(?<=usualFormBoundarySize = ).*;/g, '0;'],
    ],
  },
  {
    because: 'answers are read from the response, not from the promise of it',
    module: core,
    swaps: [[/for \(const \[type, mimeType\] of Object\.entries\(responseTypes\)\)/g, 'while (false)']],
  },
  {
    because: 'both end by a signal of their own, not by ky’s timeout',
    module: core,
    swaps: [
      [/this\.#options\.timeout === false/g, 'true'],
      [/typeof ky\.#options\.timeout === 'number'/g, 'false'],
    ],
  },
  {
    because: 'the address is text',
    module: core,
    swaps: [
      [/typeof this\.#input !== 'string' &&/g, 'false &&'],
      [/this\.#input instanceof globalThis\.Request/g, 'false'],
    ],
  },
  {
    because: 'a repetition waits as long as our `delay` says, whatever the answer or chance say',
    module: core,
    swaps: [
      [/this\.#options\.retry\.(?:jitter|shouldRetry|backoffLimit)\b/g, 'undefined'],
      [/const retryAfter = [^]*?(?=if \(error\.response\.status === 413\))/g, ''],
      [/const errorObject = .*/, ''],
    ],
  },
  {
    because: 'every option is one that ky knows',
    module: core,
    swaps: [[/findUnknownOptions\(this\.request, this\.#options\)/g, '{}']],
  },
  {
    because: 'what the client says once, its calls do not say again',
    module: merge,
    swaps: [
      [/isObject\(value\) && key in returnValue/g, 'false'],
      [/(?<=if \()Array\.isArray\(source\)(?=\))/g, 'false'],
      [/key === 'context'/g, 'false'],
      [/searchParameters === undefined \? value : .*;/g, 'value;'],
      [/signals\.length === 1/g, 'true'],
    ],
  },
  {
    because:
      'types have checked what is stated: an address below `prefixUrl`, plain parameters, options and lists where they belong',
    module: core,
    swaps: [
      [/this\.#input\.startsWith\('\/'\)/g, 'false'],
      [/const userProvidedContentType = .*;/g, ''],
      [/&& !userProvidedContentType/g, ''],
      [/typeof this\.#options\.searchParams === 'string'/g, 'false'],
      [/Ky\.#normalizeSearchParams\((.*?)\)\)/g, '$1)'],
      [/typeof ky\.#options\.throwHttpErrors === 'function'/g, 'false'],
    ],
  },
  {
    because: 'the same',
    module: merge,
    swaps: [[/\(!isObject\(source\) \|\| Array\.isArray\(source\)\) && source !== undefined/g, 'false']],
  },
  {
    because: 'the same',
    module: '/ky/distribution/utils/normalize.js',
    swaps: [
      [/retry\.\w+ && !Array\.isArray\(retry\.\w+\)/g, 'false'],
      [/typeof retry === 'number'/g, 'false'],
    ],
  },
  {
    because: 'nobody reads the options of a failed call',
    module: core,
    swaps: [[/(?<=ky\.request, )ky\.#getNormalizedOptions\(\)/g, '{}']],
  },
  {
    because: 'the page makes one client and calls it as a function',
    module: '/ky/distribution/index.js',
    swaps: [
      [/for \(const method of requestMethods\)/g, 'while (false)'],
      [/(?=ky\.(?:extend|stop|retry) = )/g, 'if (false) '],
    ],
  },
];
