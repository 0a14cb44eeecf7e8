import { expect, test } from 'vitest';
import { buttonVariants } from './button-variants';
import { plainButtons } from './plain-buttons';

test.each(['default', 'outline'] as const)('the plain button looks like any other: %s', (variant) => {
	expect(plainButtons[variant]).toBe(buttonVariants({ variant }));
});
