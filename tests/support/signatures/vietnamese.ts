import type { SignatureSample } from './signature-sample';

// Invented people and companies, as their emails end.

export const vietnamese: SignatureSample[] = [
	[
		'name, title, company, then a phone and an email in one line',
		'Lê Minh Ánh\nGiám đốc mua hàng\nACB\n0903 456 789 | anh@acb.example',
		{
			...{ name: 'Lê Minh Ánh', jobTitle: 'Giám đốc mua hàng', company: 'ACB' },
			...{ phones: [['0903 456 789', 'Mobile']], emails: ['anh@acb.example'] },
		},
	],
	[
		'everything in one line with commas',
		'Lê Minh Ánh, Giám đốc mua hàng, ACB, 0903 456 789, anh@acb.example',
		{
			...{ name: 'Lê Minh Ánh', jobTitle: 'Giám đốc mua hàng', company: 'ACB' },
			...{ phones: [['0903 456 789', 'Mobile']], emails: ['anh@acb.example'] },
		},
	],
	[
		'a closing, capitals, labels, a tax code and an address',
		`Trân trọng,
--
NGUYỄN VĂN HÙNG (Mr.)
Trưởng phòng Kinh doanh
CÔNG TY TNHH THỦY SẢN BÌNH MINH
Địa chỉ: 12 Lê Lợi, Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh
ĐT: (028) 3822 0147 - máy lẻ 102
DĐ/Zalo: 0912.345.678
MST: 0312345678
Email: hung.nguyen@binhminh.example.com
Website: www.binhminh.example.com`,
		{
			...{ name: 'Nguyễn Văn Hùng', jobTitle: 'Trưởng phòng Kinh doanh', company: 'CÔNG TY TNHH THỦY SẢN BÌNH MINH' },
			address: '12 Lê Lợi, Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh',
			phones: [
				['(028) 3822 0147', null],
				['0912.345.678', 'Zalo'],
			],
			...{ emails: ['hung.nguyen@binhminh.example.com'], website: 'www.binhminh.example.com' },
		},
	],
	[
		'a name and a title around a dash, and two mobiles around another',
		`Trần Thị Ngọc Ánh - Tổng Giám đốc
Công ty Cổ phần Bao bì Đại Phát
0903 555 014 - 0938 555 015
anh.tran@daiphat.example`,
		{
			...{ name: 'Trần Thị Ngọc Ánh', jobTitle: 'Tổng Giám đốc', company: 'Công ty Cổ phần Bao bì Đại Phát' },
			phones: [
				['0903 555 014', 'Mobile'],
				['0938 555 015', 'Mobile'],
			],
			emails: ['anh.tran@daiphat.example'],
		},
	],
	[
		'+84, a fax that is none of theirs, and a slogan',
		`Phạm Quốc Bảo
Phó Giám đốc | Tập đoàn Hoa Sen Việt
“Chất lượng tạo niềm tin”
M: +84 903 456 789
T: +84 24 3825 0000
F: +84 24 3825 0001
bao.pham@hoasenviet.example`,
		{
			...{ name: 'Phạm Quốc Bảo', jobTitle: 'Phó Giám đốc', company: 'Tập đoàn Hoa Sen Việt' },
			phones: [
				['+84 903 456 789', 'Mobile'],
				['+84 24 3825 0000', null],
			],
			emails: ['bao.pham@hoasenviet.example'],
		},
	],
	[
		'a disclaimer in Vietnamese, whose numbers are nobody’s',
		`Ngô Thanh Vân
Kế toán trưởng
Cty TNHH Nội thất Hoa Sen
ĐTDĐ: 0987654321
van@noithat.example
Email này có thể chứa thông tin mật. Nếu bạn không phải người nhận, vui lòng gọi 1900 123 456 hoặc viết cho baomat@noithat.example.`,
		{
			...{ name: 'Ngô Thanh Vân', jobTitle: 'Kế toán trưởng', company: 'Cty TNHH Nội thất Hoa Sen' },
			...{ phones: [['0987654321', 'Mobile']], emails: ['van@noithat.example'] },
		},
	],
	[
		'a hotline, an office and an extension',
		`Ms. Đỗ Hoàng Yến
Chuyên viên Thu mua
Ngân hàng Phương Nam
Văn phòng: 028 3822 0147 ext. 12
Hotline: 1900 6868 99
yen.do@phuongnam.example`,
		{
			...{ name: 'Đỗ Hoàng Yến', jobTitle: 'Chuyên viên Thu mua', company: 'Ngân hàng Phương Nam' },
			phones: [
				['028 3822 0147 ext. 12', 'Work'],
				['1900 6868 99', 'Switchboard'],
			],
			emails: ['yen.do@phuongnam.example'],
		},
	],
	[
		'a department without a title, and an address over two lines',
		`Vũ Đức Thịnh
Phòng Kỹ thuật
Công ty CP Cơ khí Sông Hồng
Lô A12, KCN Thăng Long
Huyện Đông Anh, TP. Hà Nội
SĐT: 0356 789 012
thinh@songhong.example`,
		{
			...{ name: 'Vũ Đức Thịnh', jobTitle: 'Phòng Kỹ thuật', company: 'Công ty CP Cơ khí Sông Hồng' },
			address: 'Lô A12, KCN Thăng Long, Huyện Đông Anh, TP. Hà Nội',
			...{ phones: [['0356 789 012', 'Mobile']], emails: ['thinh@songhong.example'] },
		},
	],
	[
		'letters with their accents apart, spaces that do not break, and bars',
		`${'Lý Thị Mỹ Duyên'.normalize('NFD')}\u00a0|\u00a0Trợ lý Giám đốc\nHTX Nông nghiệp Đà Lạt\n📞 0263 3822 123 | ✉ duyen@dalat.example`,
		{
			...{ name: 'Lý Thị Mỹ Duyên', jobTitle: 'Trợ lý Giám đốc', company: 'HTX Nông nghiệp Đà Lạt' },
			...{ phones: [['0263 3822 123', null]], emails: ['duyen@dalat.example'] },
		},
	],
	[
		'labels for every line',
		`Họ và tên: Bùi Anh Tuấn
Chức vụ: Giám đốc Điều hành
Công ty: Sao Mai
Điện thoại: 0903.111.222
E-mail: tuan@saomai.example`,
		{
			...{ name: 'Bùi Anh Tuấn', jobTitle: 'Giám đốc Điều hành', company: 'Sao Mai' },
			...{ phones: [['0903.111.222', 'Mobile']], emails: ['tuan@saomai.example'] },
		},
	],
	[
		'a telephone from which the answer was sent',
		`Hoàng Gia Huy
Kỹ sư trưởng, Điện lực Miền Nam
0708 123 456
huy@dienluc.example
Gửi từ iPhone của tôi`,
		{
			...{ name: 'Hoàng Gia Huy', jobTitle: 'Kỹ sư trưởng', company: 'Điện lực Miền Nam' },
			...{ phones: [['0708 123 456', 'Mobile']], emails: ['huy@dienluc.example'] },
		},
	],
];
