'use client';

import { Checkbox as CheckboxPrimitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { BoldCheckIcon, BoldMinusIcon } from './icons';

/** A checkbox; `checked="indeterminate"` shows a dash. It is drawn at 18px and can be hit within 32px. */
export function Checkbox({ className, ...props }: ComponentProps<typeof CheckboxPrimitive.Root>) {
	return (
		<CheckboxPrimitive.Root
			data-slot="checkbox"
			className={cn(
				'group/checkbox peer relative size-4.5 shrink-0 rounded-sm align-middle border border-input bg-card transition-colors after:absolute after:-inset-2 disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-destructive data-[state=checked]:border-primary data-[state=indeterminate]:border-primary data-[state=checked]:bg-primary data-[state=indeterminate]:bg-primary',
				className,
			)}
			{...props}
		>
			<CheckboxPrimitive.Indicator
				data-slot="checkbox-indicator"
				className="grid place-content-center text-primary-foreground"
			>
				<BoldCheckIcon className="size-3.5 group-data-[state=indeterminate]/checkbox:hidden" />
				<BoldMinusIcon className="hidden size-3.5 group-data-[state=indeterminate]/checkbox:block" />
			</CheckboxPrimitive.Indicator>
		</CheckboxPrimitive.Root>
	);
}
