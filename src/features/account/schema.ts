import { z } from 'zod';
import { optionalLine, requiredLine } from '@/lib/text';

const email = z
	.string()
	.transform((value) => value.trim())
	.pipe(
		z.email('This is not an email address; one looks like name@example.com.').max(254, 'This address is too long.'),
	);
const newPassword = z.string().min(1, 'Choose a password.');
const twice = { message: 'The two passwords are not the same.', path: ['passwordAgain'] };

export const signInForm = z.strictObject({
	email,
	password: z.string().min(1, 'Enter your password.').max(1000, 'This password is too long.'),
	next: z.string().max(2000).optional(),
});

export const signUpForm = z
	.strictObject({
		name: requiredLine('Name', 100),
		email,
		password: newPassword,
		passwordAgain: z.string(),
		code: optionalLine(50),
		timeZone: optionalLine(64),
		locale: optionalLine(35),
	})
	.refine((form) => form.password === form.passwordAgain, twice);

export const resetPasswordForm = z
	.strictObject({ token: z.string().min(1).max(200), password: newPassword, passwordAgain: z.string() })
	.refine((form) => form.password === form.passwordAgain, twice);
