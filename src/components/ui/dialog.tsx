'use client';

import { Dialog as DialogPrimitive } from 'radix-ui';
import type { ComponentProps, RefObject } from 'react';
import { cn } from '@/lib/cn';
import { Button } from './button';
import { useFocusBack } from './focus-back';
import { XIcon } from './icons';
import { modalClasses, overlayClasses } from './modal-classes';

export function Dialog(props: ComponentProps<typeof DialogPrimitive.Root>) {
	return <DialogPrimitive.Root data-slot="dialog" {...props} />;
}

export function DialogClose(props: ComponentProps<typeof DialogPrimitive.Close>) {
	return <DialogPrimitive.Close data-slot="dialog-close" {...props} />;
}

export interface DialogContentProps extends ComponentProps<typeof DialogPrimitive.Content> {
	showCloseButton?: boolean;
	/** The button that opened it, which stands outside. */
	opener?: RefObject<HTMLElement | null> | undefined;
}

/** The dialog itself with overlay and close button; needs a `DialogTitle` inside. */
export function DialogContent({
	className,
	children,
	showCloseButton = true,
	onCloseAutoFocus: onClose,
	opener,
	...props
}: DialogContentProps) {
	const { mark, onCloseAutoFocus } = useFocusBack(onClose, opener);
	return (
		<DialogPrimitive.Portal>
			<DialogPrimitive.Overlay data-slot="dialog-overlay" className={overlayClasses} />
			<DialogPrimitive.Content
				data-slot="dialog-content"
				className={cn(modalClasses, className)}
				onCloseAutoFocus={onCloseAutoFocus}
				{...props}
			>
				{mark}
				{children}
				{showCloseButton && (
					<DialogPrimitive.Close asChild>
						<Button variant="ghost" size="icon-sm" className="absolute top-3 right-3">
							<XIcon />
							<span className="sr-only">Close</span>
						</Button>
					</DialogPrimitive.Close>
				)}
			</DialogPrimitive.Content>
		</DialogPrimitive.Portal>
	);
}

export function DialogHeader({ className, ...props }: ComponentProps<'div'>) {
	return <div data-slot="dialog-header" className={cn('flex flex-col gap-1.5 pr-8', className)} {...props} />;
}

export function DialogFooter({ className, ...props }: ComponentProps<'div'>) {
	return (
		<div
			data-slot="dialog-footer"
			className={cn('flex flex-col-reverse gap-2 sm:flex-row sm:justify-end', className)}
			{...props}
		/>
	);
}

export function DialogTitle({ className, ...props }: ComponentProps<typeof DialogPrimitive.Title>) {
	return (
		<DialogPrimitive.Title
			data-slot="dialog-title"
			className={cn('font-semibold text-lg leading-6', className)}
			{...props}
		/>
	);
}

export function DialogDescription({ className, ...props }: ComponentProps<typeof DialogPrimitive.Description>) {
	return (
		<DialogPrimitive.Description
			data-slot="dialog-description"
			className={cn('wrap-anywhere text-muted-foreground', className)}
			{...props}
		/>
	);
}
