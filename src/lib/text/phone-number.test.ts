import { expect, test } from 'vitest';
import { dialledNumber, phoneIdentity } from './phone-number';

test.each([
	['0901 234 567', 'VN', '+84901234567', '0901234567', true],
	['+84 (0)901-234-567', 'US', '+84901234567', '0901234567', true],
	['0084 901 234 567', 'VN', '+84901234567', '0901234567', true],
	['028 3822 1111', 'VN', '+842838221111', '02838221111', false],
	['028 3822 1111 ext. 5', 'VN', '+842838221111', '02838221111', false],
	// an account elsewhere with a Vietnamese number, and one of that country
	['0901 234 567', 'US', '+84901234567', '0901234567', true],
	['(415) 555-2671', 'US', '+14155552671', '14155552671', true],
	['+49 30 901820', 'VN', '+4930901820', '4930901820', false],
] as const)('%s in %s is dialed as %s, and by Zalo as %s', (phone, country, e164, zalo, isMobile) => {
	expect(dialledNumber(phone, country)).toEqual({ e164, zalo, isMobile });
});

test.each(['113', '', 'gọi tôi', '0', '+', '9'.repeat(20)])('%s is dialed nowhere else', (phone) => {
	expect(dialledNumber(phone, 'VN')).toBeNull();
});

test('two ways to write a number are one, and an extension makes another', () => {
	expect(phoneIdentity('+84 901 234 567', 'VN')).toBe(phoneIdentity('0901.234.567', 'VN'));
	expect(phoneIdentity('028 3822 1111 ext 5', 'VN')).not.toBe(phoneIdentity('028 3822 1111', 'VN'));
	expect(phoneIdentity('1 1 3', 'VN')).toBe(phoneIdentity('113', 'VN'));
});
