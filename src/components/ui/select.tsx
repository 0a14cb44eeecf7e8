'use client';

import { Check, ChevronDown, ChevronUp } from 'lucide-react';
import { Select as SelectPrimitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { useNonce } from '@/components/layout/nonce';
import { cn } from '@/lib/cn';
import { fieldClasses } from './field-classes';
import { panelClasses, rowClasses } from './menu-classes';

export function Select(props: ComponentProps<typeof SelectPrimitive.Root>) {
	return <SelectPrimitive.Root data-slot="select" {...props} />;
}

export function SelectGroup(props: ComponentProps<typeof SelectPrimitive.Group>) {
	return <SelectPrimitive.Group data-slot="select-group" {...props} />;
}

export function SelectValue(props: ComponentProps<typeof SelectPrimitive.Value>) {
	return <SelectPrimitive.Value data-slot="select-value" {...props} />;
}

export interface SelectTriggerProps extends ComponentProps<typeof SelectPrimitive.Trigger> {
	size?: 'sm' | 'default';
}

export function SelectTrigger({ className, size = 'default', children, ...props }: SelectTriggerProps) {
	return (
		<SelectPrimitive.Trigger
			data-slot="select-trigger"
			data-size={size}
			className={cn(
				fieldClasses,
				'flex h-9 cursor-pointer items-center justify-between gap-2 text-left data-[size=sm]:h-8 data-[placeholder]:text-muted-foreground pointer-coarse:h-10 [&>span]:truncate',
				className,
			)}
			{...props}
		>
			{children}
			<SelectPrimitive.Icon asChild>
				<ChevronDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
			</SelectPrimitive.Icon>
		</SelectPrimitive.Trigger>
	);
}

export function SelectContent({
	className,
	children,
	position = 'popper',
	sideOffset = 4,
	...props
}: ComponentProps<typeof SelectPrimitive.Content>) {
	const nonce = useNonce();
	return (
		<SelectPrimitive.Portal>
			<SelectPrimitive.Content
				data-slot="select-content"
				position={position}
				sideOffset={sideOffset}
				className={cn(
					panelClasses,
					'relative max-h-(--radix-select-content-available-height) min-w-32 max-w-[calc(100vw-1rem)] overflow-hidden',
					className,
				)}
				{...props}
			>
				<SelectScrollUpButton />
				<SelectPrimitive.Viewport
					nonce={nonce}
					className={cn('scroll-my-1 p-1', position === 'popper' && 'min-w-(--radix-select-trigger-width)')}
				>
					{children}
				</SelectPrimitive.Viewport>
				<SelectScrollDownButton />
			</SelectPrimitive.Content>
		</SelectPrimitive.Portal>
	);
}

export function SelectLabel({ className, ...props }: ComponentProps<typeof SelectPrimitive.Label>) {
	return (
		<SelectPrimitive.Label
			data-slot="select-label"
			className={cn('px-2 py-1.5 font-medium text-muted-foreground text-xs', className)}
			{...props}
		/>
	);
}

export function SelectItem({ className, children, ...props }: ComponentProps<typeof SelectPrimitive.Item>) {
	return (
		<SelectPrimitive.Item data-slot="select-item" className={cn(rowClasses, 'pr-8', className)} {...props}>
			<SelectPrimitive.ItemText>{children}</SelectPrimitive.ItemText>
			<SelectPrimitive.ItemIndicator className="absolute right-2">
				<Check aria-hidden />
			</SelectPrimitive.ItemIndicator>
		</SelectPrimitive.Item>
	);
}

export function SelectSeparator({ className, ...props }: ComponentProps<typeof SelectPrimitive.Separator>) {
	return (
		<SelectPrimitive.Separator
			data-slot="select-separator"
			className={cn('-mx-1 my-1 h-px bg-border', className)}
			{...props}
		/>
	);
}

export function SelectScrollUpButton({ className, ...props }: ComponentProps<typeof SelectPrimitive.ScrollUpButton>) {
	return (
		<SelectPrimitive.ScrollUpButton
			data-slot="select-scroll-up-button"
			className={cn('flex h-6 items-center justify-center', className)}
			{...props}
		>
			<ChevronUp aria-hidden className="size-4" />
		</SelectPrimitive.ScrollUpButton>
	);
}

export function SelectScrollDownButton({
	className,
	...props
}: ComponentProps<typeof SelectPrimitive.ScrollDownButton>) {
	return (
		<SelectPrimitive.ScrollDownButton
			data-slot="select-scroll-down-button"
			className={cn('flex h-6 items-center justify-center', className)}
			{...props}
		>
			<ChevronDown aria-hidden className="size-4" />
		</SelectPrimitive.ScrollDownButton>
	);
}
