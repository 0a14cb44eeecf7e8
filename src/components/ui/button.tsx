import type { VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { buttonVariants } from './button-variants';
import { Slot } from './slot';

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof buttonVariants> {
	/** Give the look to the only child, such as a link, instead of a `<button>`. */
	asChild?: boolean;
}

/** A button; `type` is `button` unless said otherwise, so that it never submits a form by accident. */
export function Button({ className, variant, size, asChild = false, type, ...props }: ButtonProps) {
	const classes = cn(buttonVariants({ variant, size }), className);
	if (asChild) return <Slot data-slot="button" className={classes} {...props} />;
	return <button data-slot="button" type={type ?? 'button'} className={classes} {...props} />;
}
