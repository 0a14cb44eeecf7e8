import { keepTranslatedTextAlive } from '@/lib/translated-text';

// before React takes the page over
keepTranslatedTextAlive();
