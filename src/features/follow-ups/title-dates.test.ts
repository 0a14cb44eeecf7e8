import { describe, expect, test } from 'vitest';
import { dateStyleOf } from '@/lib/dates/dates-style';
import { momentInTitle } from './title-dates';

// a Saturday
const now = '2026-11-28T08:00';
const offered = (title: string) => {
	const found = momentInTitle(title, dateStyleOf('vi-VN'), now);
	return found && [found.moment, found.rest];
};

const titles: [title: string, moment: string, rest: string][] = [
	['call chị Lan tomorrow', '2026-11-29', 'call chị Lan'],
	['Call Robert on Friday', '2026-12-04', 'Call Robert'],
	['Call Robert Friday', '2026-12-04', 'Call Robert'],
	['call Robert fri 14h', '2026-12-04T14:00', 'call Robert'],
	['Send the offer by next Monday', '2026-11-30', 'Send the offer'],
	['Send the offer tomorrow at 9:30', '2026-11-29T09:30', 'Send the offer'],
	['Tomorrow call Lan', '2026-11-29', 'call Lan'],
	['Ask about the budget in 2 weeks', '2026-12-12', 'Ask about the budget'],
	['Hand in the tender end of month', '2026-11-30', 'Hand in the tender'],
	['Invoice for Bình Minh 3/12', '2026-12-03', 'Invoice for Bình Minh'],
	['Visit the plant on the 5th', '2026-12-05', 'Visit the plant'],
	['Visit the plant 4 Dec', '2026-12-04', 'Visit the plant'],
	['Review prices next week', '2026-11-30', 'Review prices'],
	['Call Bảo at 16:15', '2026-11-28T16:15', 'Call Bảo'],
	['Gọi chị Lan ngày mai', '2026-11-29', 'Gọi chị Lan'],
	['Gọi chị Lan mai', '2026-11-29', 'Gọi chị Lan'],
	['Gọi lại mai', '2026-11-29', 'Gọi lại'],
	['mai gọi chị Lan', '2026-11-29', 'gọi chị Lan'],
	['Ngày mai gửi báo giá', '2026-11-29', 'gửi báo giá'],
	['Gửi báo giá thứ 6', '2026-12-04', 'Gửi báo giá'],
	['Thứ 6 gửi báo giá', '2026-12-04', 'gửi báo giá'],
	['Gửi báo giá thứ sáu tuần sau', '2026-12-04', 'Gửi báo giá'],
	['Gửi báo giá trước thứ 6', '2026-12-04', 'Gửi báo giá'],
	['Gọi anh Bảo chiều mai 3h', '2026-11-29T15:00', 'Gọi anh Bảo'],
	['Gọi anh Bảo 9h30 sáng mai', '2026-11-29T09:30', 'Gọi anh Bảo'],
	['Gặp chị Hoa lúc 14h', '2026-11-28T14:00', 'Gặp chị Hoa'],
	['Gọi lại 3 ngày nữa', '2026-12-01', 'Gọi lại'],
	['Thu tiền cuối tháng', '2026-11-30', 'Thu tiền'],
	['Gọi chị Mai ngày mai', '2026-11-29', 'Gọi chị Mai'],
	['Gọi chị Mai thứ 6', '2026-12-04', 'Gọi chị Mai'],
	['goi chi Lan ngay mai', '2026-11-29', 'goi chi Lan'],
];

describe.each(titles)('“%s”', (title, moment, rest) => {
	test('offers its date', () => expect(offered(title)).toEqual([moment, rest]));
});

test.each([
	...['gọi chị Mai', 'gọi chị mai', 'Gọi Mai', 'call Mai', 'Nguyễn Thị Mai', 'gọi chị thanh mai', 'Email Thanh Mai'],
	...['Mai gọi lại', 'Gặp chị Thu', 'Gặp chị Thu sau', 'Thu tiền', 'Gọi cô Ba', 'Mua một', 'Gửi cho Mốt'],
	...['Prepare Black Friday', 'Sunday Times interview', 'Demo for Monday.com', 'Ask Sun about prices', 'Call May'],
	...[
		'Trial of 2 weeks',
		'Hợp đồng 2 năm',
		'Bảo hành 3 tháng',
		'Kế hoạch 2026',
		'Report for next week',
		'Báo cáo tuần này',
	],
	...[
		'Họp phòng T2',
		'tomorrow',
		'ngày mai',
		'',
		'Xem lại hợp đồng 3/4/2020',
		'Call 0903 456 789',
		'Invoice 2026-13-45',
	],
	...['What was said yesterday', 'Offer 25:00'],
])('“%s” offers none', (title) => {
	expect(offered(title)).toBeNull();
});
