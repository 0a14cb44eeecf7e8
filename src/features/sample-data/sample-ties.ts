import type { Point } from '@/domain/contact-points/contact-point';

/** Who reports to whom among the sample people of a company. */
export const sampleReports: [contact: string, manager: string][] = [
	['Cody Fisher', 'Robert Fox'],
	['Esther Howard', 'Robert Fox'],
	['Trần Quốc Bảo', 'Nguyễn Thị Lan'],
	['Đặng Thị Ánh Nguyệt', 'Nguyễn Thị Lan'],
	['Lê Hoàng Phúc', 'Trần Quốc Bảo'],
	['Đỗ Xuân Trường', 'Hoàng Thị Mai Phương'],
	['Ngô Thanh Vân', 'Hoàng Thị Mai Phương'],
	['Phan Gia Huy', 'Đỗ Xuân Trường'],
	['Công Tằng Tôn Nữ Thị Diễm Quỳnh', 'Nguyễn Phước Hưng'],
	['Huỳnh Ngọc Ẩn', 'Công Tằng Tôn Nữ Thị Diễm Quỳnh'],
];

/** Who introduced whom, also from one company to another. */
export const sampleIntroductions: [contact: string, introducer: string][] = [
	['Leslie Alexander', 'Robert Fox'],
	['Phạm Văn Đức', 'Nguyễn Thị Lan'],
];

/** Further emails and phones of sample people beside their main ones. */
export const samplePoints: [contact: string, points: Point[]][] = [
	['Robert Fox', [{ kind: 'phone', label: 'Mobile', value: '+1 202 555 0162' }]],
	[
		'Nguyễn Thị Lan',
		[
			{ kind: 'email', label: 'Assistant', value: 'troly@binhminh.example.com' },
			{ kind: 'phone', label: 'Zalo', value: '+84 903 555 014' },
		],
	],
	['Phạm Văn Đức', [{ kind: 'phone', label: 'Zalo', value: '+84 908 555 147' }]],
];
