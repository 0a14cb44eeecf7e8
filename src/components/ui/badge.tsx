import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { Slot } from './slot';

const badgeVariants = cva('badge', {
	variants: {
		variant: {
			default: 'bg-primary text-primary-foreground',
			secondary: 'bg-secondary text-secondary-foreground',
			outline: 'border-border text-foreground',
			destructive: 'bg-destructive-soft text-destructive-ink',
			success: 'bg-success-soft text-success-ink',
			warning: 'bg-warning-soft text-warning-ink',
			info: 'bg-info-soft text-info-ink',
		},
	},
	defaultVariants: { variant: 'secondary' },
});

export interface BadgeProps extends ComponentProps<'span'>, VariantProps<typeof badgeVariants> {
	asChild?: boolean;
}

/** A small label; for deal stages, authority levels and tags pass a class of `tones.ts` as `className`. */
export function Badge({ className, variant, asChild = false, ...props }: BadgeProps) {
	const Component = asChild ? Slot : 'span';
	return <Component data-slot="badge" className={cn(badgeVariants({ variant }), className)} {...props} />;
}
