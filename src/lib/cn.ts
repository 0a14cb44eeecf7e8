import { type CxOptions, cx } from 'class-variance-authority';
import { twMerge } from 'tailwind-merge';

/** Joins class names; of two Tailwind classes for one property the later wins. */
export function cn(...inputs: CxOptions) {
	return twMerge(cx(inputs));
}
