import { pageAskedFor } from '@/components/layout/page-on-its-way';
import { keepTranslatedTextAlive } from '@/lib/browser/translated-text';

// before React takes the page over
keepTranslatedTextAlive();

/** Next.js calls this whenever another page is asked for: by a link, by code, by Back. */
export const onRouterTransitionStart = pageAskedFor;
