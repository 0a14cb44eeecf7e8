import { expect, test } from 'vitest';
import { signUpState } from '@/lib/auth/sign-up';
import { signUp } from '../support/auth-api';

Object.assign(process.env, { SIGN_UP: 'open', SIGN_UP_CODE: '7K3M-Q9ZT' });

test('away from loopback the first account needs the code that the start printed, later ones do not', async () => {
	expect(await signUpState()).toEqual({ open: true, needsCode: true, firstAccount: true });
	for (const code of [undefined, '', '7K3M-Q9ZU']) {
		const refused = await signUp('lan@example.com', { code });
		expect(refused.status).toBe(403);
		expect(await refused.json()).toMatchObject({ code: 'SIGN_UP_CODE_WRONG' });
	}
	for (const code of [{ $ne: '' }, ['7K3M-Q9ZT']]) expect((await signUp('lan@example.com', { code })).status).toBe(400);
	expect((await signUp('lan@example.com', { code: ' 7k3mq9zt ' })).status).toBe(200);
	expect((await signUp('bao@example.com')).status).toBe(200);
});
