'use client';

import { cva, type VariantProps } from 'class-variance-authority';
import { X } from 'lucide-react';
import { Dialog as SheetPrimitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { Button } from './button';
import { overlayClasses } from './modal-classes';

const sheetVariants = cva(
	'fixed z-50 flex flex-col gap-4 overflow-y-auto overscroll-contain bg-popover text-popover-foreground shadow-xl outline-none',
	{
		variants: {
			side: {
				left: 'inset-y-0 left-0 w-[min(20rem,85vw)] border-r data-[state=closed]:animate-to-left data-[state=open]:animate-from-left',
				right:
					'inset-y-0 right-0 w-[min(28rem,90vw)] border-l data-[state=closed]:animate-to-right data-[state=open]:animate-from-right',
				bottom:
					'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-xl border-t pb-[env(safe-area-inset-bottom)] data-[state=closed]:animate-to-bottom data-[state=open]:animate-from-bottom',
			},
		},
		defaultVariants: { side: 'right' },
	},
);

export function Sheet(props: ComponentProps<typeof SheetPrimitive.Root>) {
	return <SheetPrimitive.Root data-slot="sheet" {...props} />;
}

export function SheetTrigger(props: ComponentProps<typeof SheetPrimitive.Trigger>) {
	return <SheetPrimitive.Trigger data-slot="sheet-trigger" {...props} />;
}

export function SheetClose(props: ComponentProps<typeof SheetPrimitive.Close>) {
	return <SheetPrimitive.Close data-slot="sheet-close" {...props} />;
}

export interface SheetContentProps
	extends ComponentProps<typeof SheetPrimitive.Content>,
		VariantProps<typeof sheetVariants> {
	showCloseButton?: boolean;
}

/** A drawer from the side; needs a `SheetTitle` inside. */
export function SheetContent({ className, children, side, showCloseButton = true, ...props }: SheetContentProps) {
	return (
		<SheetPrimitive.Portal>
			<SheetPrimitive.Overlay data-slot="sheet-overlay" className={overlayClasses} />
			<SheetPrimitive.Content data-slot="sheet-content" className={cn(sheetVariants({ side }), className)} {...props}>
				{children}
				{showCloseButton && (
					<SheetPrimitive.Close asChild>
						<Button variant="ghost" size="icon-sm" className="absolute top-3 right-3">
							<X aria-hidden />
							<span className="sr-only">Close</span>
						</Button>
					</SheetPrimitive.Close>
				)}
			</SheetPrimitive.Content>
		</SheetPrimitive.Portal>
	);
}

export function SheetHeader({ className, ...props }: ComponentProps<'div'>) {
	return <div data-slot="sheet-header" className={cn('flex flex-col gap-1.5 p-4 pr-14', className)} {...props} />;
}

export function SheetFooter({ className, ...props }: ComponentProps<'div'>) {
	return <div data-slot="sheet-footer" className={cn('mt-auto flex flex-col gap-2 p-4', className)} {...props} />;
}

export function SheetTitle({ className, ...props }: ComponentProps<typeof SheetPrimitive.Title>) {
	return (
		<SheetPrimitive.Title data-slot="sheet-title" className={cn('font-semibold text-base', className)} {...props} />
	);
}

export function SheetDescription({ className, ...props }: ComponentProps<typeof SheetPrimitive.Description>) {
	return (
		<SheetPrimitive.Description
			data-slot="sheet-description"
			className={cn('wrap-anywhere text-muted-foreground', className)}
			{...props}
		/>
	);
}
