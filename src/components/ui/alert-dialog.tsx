'use client';

import type { VariantProps } from 'class-variance-authority';
import { AlertDialog as AlertDialogPrimitive } from 'radix-ui';
import type { ComponentProps, RefObject } from 'react';
import { cn } from '@/lib/cn';
import { buttonVariants } from './button-variants';
import { useFocusBack } from './focus-back';
import { modalClasses, overlayClasses } from './modal-classes';

export function AlertDialog(props: ComponentProps<typeof AlertDialogPrimitive.Root>) {
	return <AlertDialogPrimitive.Root data-slot="alert-dialog" {...props} />;
}

type AlertDialogContentProps = ComponentProps<typeof AlertDialogPrimitive.Content> & {
	/** The button that opened it, which stands outside. */
	opener: RefObject<HTMLElement | null> | undefined;
};

/** A question that must be answered: a click outside does not close it. Needs title and description. */
export function AlertDialogContent({
	className,
	children,
	onCloseAutoFocus: onClose,
	opener,
	...props
}: AlertDialogContentProps) {
	const { mark, onCloseAutoFocus } = useFocusBack(onClose, opener);
	return (
		<AlertDialogPrimitive.Portal>
			<AlertDialogPrimitive.Overlay data-slot="alert-dialog-overlay" className={overlayClasses} />
			<AlertDialogPrimitive.Content
				data-slot="alert-dialog-content"
				className={cn(modalClasses, 'max-w-md', className)}
				onCloseAutoFocus={onCloseAutoFocus}
				{...props}
			>
				{mark}
				{children}
			</AlertDialogPrimitive.Content>
		</AlertDialogPrimitive.Portal>
	);
}

export function AlertDialogHeader({ className, ...props }: ComponentProps<'div'>) {
	return <div data-slot="alert-dialog-header" className={cn('flex flex-col gap-1.5', className)} {...props} />;
}

export function AlertDialogFooter({ className, ...props }: ComponentProps<'div'>) {
	return (
		<div
			data-slot="alert-dialog-footer"
			className={cn('flex flex-col-reverse gap-2 sm:flex-row sm:justify-end', className)}
			{...props}
		/>
	);
}

export function AlertDialogTitle({ className, ...props }: ComponentProps<typeof AlertDialogPrimitive.Title>) {
	return (
		<AlertDialogPrimitive.Title
			data-slot="alert-dialog-title"
			className={cn('font-semibold text-lg leading-6', className)}
			{...props}
		/>
	);
}

export function AlertDialogDescription({
	className,
	...props
}: ComponentProps<typeof AlertDialogPrimitive.Description>) {
	return (
		<AlertDialogPrimitive.Description
			data-slot="alert-dialog-description"
			className={cn('wrap-anywhere text-muted-foreground', className)}
			{...props}
		/>
	);
}

type Variants = Pick<VariantProps<typeof buttonVariants>, 'variant'>;

export function AlertDialogCancel({
	className,
	variant = 'outline',
	...props
}: ComponentProps<typeof AlertDialogPrimitive.Cancel> & Variants) {
	return (
		<AlertDialogPrimitive.Cancel
			data-slot="alert-dialog-cancel"
			className={cn(buttonVariants({ variant }), className)}
			{...props}
		/>
	);
}
