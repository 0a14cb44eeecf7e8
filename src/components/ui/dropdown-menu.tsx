'use client';

import { Check, ChevronRight, Circle } from 'lucide-react';
import { DropdownMenu as MenuPrimitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/cn';
import { panelClasses, rowClasses } from './menu-classes';

/** A menu. Not modal unless asked: a modal one hides the page from screen readers and locks scrolling for a list of actions. */
export function DropdownMenu({ modal = false, ...props }: ComponentProps<typeof MenuPrimitive.Root>) {
	return <MenuPrimitive.Root data-slot="dropdown-menu" modal={modal} {...props} />;
}

export function DropdownMenuTrigger(props: ComponentProps<typeof MenuPrimitive.Trigger>) {
	return <MenuPrimitive.Trigger data-slot="dropdown-menu-trigger" {...props} />;
}

export function DropdownMenuGroup(props: ComponentProps<typeof MenuPrimitive.Group>) {
	return <MenuPrimitive.Group data-slot="dropdown-menu-group" {...props} />;
}

export function DropdownMenuRadioGroup(props: ComponentProps<typeof MenuPrimitive.RadioGroup>) {
	return <MenuPrimitive.RadioGroup data-slot="dropdown-menu-radio-group" {...props} />;
}

export function DropdownMenuContent({
	className,
	sideOffset = 4,
	...props
}: ComponentProps<typeof MenuPrimitive.Content>) {
	return (
		// within the page's main region, so that no content stands outside of the landmarks
		<MenuPrimitive.Portal container={document.getElementById('main')}>
			<MenuPrimitive.Content
				data-slot="dropdown-menu-content"
				sideOffset={sideOffset}
				collisionPadding={8}
				className={cn(
					panelClasses,
					'max-h-(--radix-dropdown-menu-content-available-height) min-w-40 max-w-[calc(100vw-1rem)] overflow-y-auto p-1 outline-none',
					className,
				)}
				{...props}
			/>
		</MenuPrimitive.Portal>
	);
}

export interface DropdownMenuItemProps extends ComponentProps<typeof MenuPrimitive.Item> {
	variant?: 'default' | 'destructive';
}

export function DropdownMenuItem({ className, variant = 'default', ...props }: DropdownMenuItemProps) {
	return (
		<MenuPrimitive.Item
			data-slot="dropdown-menu-item"
			data-variant={variant}
			className={cn(
				rowClasses,
				'[&_svg]:text-muted-foreground',
				variant === 'destructive' &&
					'text-destructive data-[highlighted]:bg-destructive-soft data-[highlighted]:text-destructive-ink [&_svg]:text-current',
				className,
			)}
			{...props}
		/>
	);
}

export function DropdownMenuCheckboxItem({
	className,
	children,
	...props
}: ComponentProps<typeof MenuPrimitive.CheckboxItem>) {
	return (
		<MenuPrimitive.CheckboxItem
			data-slot="dropdown-menu-checkbox-item"
			className={cn(rowClasses, 'pl-8', className)}
			{...props}
		>
			<MenuPrimitive.ItemIndicator className="absolute left-2">
				<Check aria-hidden />
			</MenuPrimitive.ItemIndicator>
			{children}
		</MenuPrimitive.CheckboxItem>
	);
}

export function DropdownMenuRadioItem({
	className,
	children,
	...props
}: ComponentProps<typeof MenuPrimitive.RadioItem>) {
	return (
		<MenuPrimitive.RadioItem
			data-slot="dropdown-menu-radio-item"
			className={cn(rowClasses, 'pr-8', className)}
			{...props}
		>
			{children}
			<MenuPrimitive.ItemIndicator className="absolute right-3">
				<Circle aria-hidden className="size-2 fill-current" />
			</MenuPrimitive.ItemIndicator>
		</MenuPrimitive.RadioItem>
	);
}

export function DropdownMenuLabel({ className, ...props }: ComponentProps<typeof MenuPrimitive.Label>) {
	return (
		<MenuPrimitive.Label
			data-slot="dropdown-menu-label"
			className={cn('px-2 py-1.5 font-medium text-muted-foreground text-xs', className)}
			{...props}
		/>
	);
}

export function DropdownMenuSeparator({ className, ...props }: ComponentProps<typeof MenuPrimitive.Separator>) {
	return (
		<MenuPrimitive.Separator
			data-slot="dropdown-menu-separator"
			className={cn('-mx-1 my-1 h-px bg-border', className)}
			{...props}
		/>
	);
}

export function DropdownMenuShortcut({ className, ...props }: ComponentProps<'span'>) {
	return (
		<span
			data-slot="dropdown-menu-shortcut"
			className={cn('ml-auto pl-4 text-muted-foreground text-xs', className)}
			{...props}
		/>
	);
}

export function DropdownMenuSub(props: ComponentProps<typeof MenuPrimitive.Sub>) {
	return <MenuPrimitive.Sub data-slot="dropdown-menu-sub" {...props} />;
}

export function DropdownMenuSubTrigger({
	className,
	children,
	...props
}: ComponentProps<typeof MenuPrimitive.SubTrigger>) {
	return (
		<MenuPrimitive.SubTrigger
			data-slot="dropdown-menu-sub-trigger"
			className={cn(rowClasses, 'data-[state=open]:bg-accent', className)}
			{...props}
		>
			{children}
			<ChevronRight aria-hidden className="ml-auto" />
		</MenuPrimitive.SubTrigger>
	);
}

export function DropdownMenuSubContent({ className, ...props }: ComponentProps<typeof MenuPrimitive.SubContent>) {
	return (
		<MenuPrimitive.Portal>
			<MenuPrimitive.SubContent
				data-slot="dropdown-menu-sub-content"
				collisionPadding={8}
				className={cn(panelClasses, 'min-w-32 p-1 outline-none', className)}
				{...props}
			/>
		</MenuPrimitive.Portal>
	);
}
