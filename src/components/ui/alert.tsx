import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { CircleAlertIcon, CircleCheckIcon, InfoIcon, TriangleAlertIcon } from './icons';

const alertVariants = cva(
	'grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-2.5 gap-y-1 rounded-lg border border-current/20 px-3 py-2.5 text-sm [&>svg]:mt-0.5 [&>svg]:size-4',
	{
		variants: {
			variant: {
				default: 'bg-info-soft text-info-ink',
				success: 'bg-success-soft text-success-ink',
				warning: 'bg-warning-soft text-warning-ink',
				destructive: 'bg-destructive-soft text-destructive-ink',
			},
		},
		defaultVariants: { variant: 'default' },
	},
);

const icons = { default: InfoIcon, success: CircleCheckIcon, warning: TriangleAlertIcon, destructive: CircleAlertIcon };

export type AlertProps = ComponentProps<'div'> & VariantProps<typeof alertVariants>;

/** An inline message. The destructive one is read out at once, the others when they are reached. */
export function Alert({ className, variant, children, ...props }: AlertProps) {
	const Icon = icons[variant ?? 'default'];
	return (
		<div
			data-slot="alert"
			role={variant === 'destructive' ? 'alert' : undefined}
			className={cn(alertVariants({ variant }), className)}
			{...props}
		>
			<Icon />
			<div className="wrap-anywhere min-w-0 space-y-1">{children}</div>
		</div>
	);
}

export function AlertTitle({ className, ...props }: ComponentProps<'p'>) {
	return <p data-slot="alert-title" className={cn('font-semibold', className)} {...props} />;
}
