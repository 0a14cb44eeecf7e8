import { cva } from 'class-variance-authority';

/** The looks of a button, for what cannot be a `Button`. */
export const buttonVariants = cva('button', {
	variants: {
		variant: {
			default: 'bg-primary text-primary-foreground hover:bg-primary/90',
			secondary: 'bg-secondary text-secondary-foreground hover:bg-secondary/70',
			outline: 'border border-foreground/20 bg-card text-foreground hover:bg-accent hover:text-accent-foreground',
			ghost: 'hover:bg-accent hover:text-accent-foreground',
			destructive: 'bg-destructive text-destructive-foreground hover:bg-destructive/90',
			link: 'text-primary underline underline-offset-4 hover:decoration-2',
		},
		size: {
			default: 'h-9 px-3.5 pointer-coarse:h-10 has-[>svg]:px-3',
			sm: 'h-8 px-2.5 pointer-coarse:h-9',
			lg: 'h-10 px-5 pointer-coarse:h-11',
			icon: 'size-9 pointer-coarse:size-10',
			'icon-sm': 'size-8 pointer-coarse:size-9',
		},
	},
	defaultVariants: { variant: 'default', size: 'default' },
});
