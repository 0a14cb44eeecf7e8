/**
 * The classes of two buttons, for the pages of errors: each page loads those with it, and would load what makes the classes of
 * any button once more for each.
 */
export const plainButtons = {
	default:
		'button bg-primary text-primary-foreground hover:bg-primary/90 h-9 px-3.5 pointer-coarse:h-10 has-[>svg]:px-3',
	outline:
		'button border border-foreground/20 bg-card text-foreground hover:bg-accent hover:text-accent-foreground h-9 px-3.5 pointer-coarse:h-10 has-[>svg]:px-3',
} as const;
