// What made-up records are called by.

export const familyNames = [
	'Nguyễn',
	'Trần',
	'Lê',
	'Phạm',
	'Hoàng',
	'Huỳnh',
	'Phan',
	'Vũ',
	'Võ',
	'Đặng',
	'Bùi',
	'Đỗ',
	'Hồ',
	'Ngô',
	'Dương',
	'Lý',
];
export const middleNames = ['Văn', 'Thị', 'Minh', 'Quốc', 'Hồng', 'Thanh', 'Xuân', 'Ngọc', 'Đức', 'Kim'];
export const givenNames = [
	'Lan',
	'Hùng',
	'Ánh',
	'Bảo',
	'Châu',
	'Dũng',
	'Giang',
	'Hạnh',
	'Khải',
	'Linh',
	'Mai',
	'Nam',
	'Oanh',
	'Phúc',
	'Quỳnh',
	'Sơn',
	'Tú',
	'Uyên',
	'Việt',
	'Yến',
];
export const trades = [
	'Thủy sản',
	'Nội thất',
	'Dược phẩm',
	'Bao bì',
	'Vận tải',
	'Giáo dục',
	'Xây dựng',
	'Phần mềm',
	'May mặc',
	'Cơ khí',
	'Du lịch',
	'Thực phẩm',
];
export const places = [
	'Bình Minh',
	'Hoa Sen',
	'Ánh Dương',
	'Đại Phát',
	'Đông Á',
	'Thịnh Vượng',
	'Hưng Long',
	'Tân Tiến',
	'Phú Quý',
	'Sao Mai',
];
export const titles = [
	'Giám đốc',
	'Kế toán trưởng',
	'Trưởng phòng mua hàng',
	'Nhân viên kinh doanh',
	'Quản lý xưởng',
	'Trợ lý',
];

export const projects = [
	'Kho lạnh',
	'Phần mềm kế toán',
	'Máy đóng gói',
	'Nội thất văn phòng',
	'Hợp đồng vận tải',
	'Bảo trì hằng năm',
	'Đào tạo nhân viên',
	'Thiết bị đo',
];

export const subjects = [
	'Gọi hỏi thăm',
	'Gửi báo giá',
	'Họp tại xưởng',
	'Bàn hợp đồng',
	'Gọi về thanh toán',
	'Gửi mẫu',
];
export const outcomes = ['Đồng ý giá', 'Chưa quyết định', 'Hẹn gặp lại', 'Không bắt máy'];
