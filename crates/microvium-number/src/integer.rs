//! Integers as decimal text, without the code that floats need.

/// Writes the decimal digits of `value` to the end of `buffer`, and returns them.
#[inline(never)]
pub fn print(value: i32, buffer: &mut [u8; 11]) -> &[u8] {
    let mut rest = value.unsigned_abs();
    let mut start = buffer.len();
    let mut put = |byte| {
        start = start.wrapping_sub(1);
        if let Some(place) = buffer.get_mut(start) {
            *place = byte;
        }
    };
    loop {
        let quotient = tenth(rest);
        put(b'0' + (rest - quotient * 10) as u8);
        rest = quotient;
        if rest == 0 {
            break;
        }
    }
    if value < 0 {
        put(b'-');
    }
    buffer.get(start..).unwrap_or_default()
}

/// `value / 10`, by the series of 0.8 in binary: a division here would be a call into the runtime.
fn tenth(value: u32) -> u32 {
    let mut sum = (value >> 1) + (value >> 2);
    sum += sum >> 4;
    sum += sum >> 8;
    sum += sum >> 16;
    let quotient = sum >> 3;
    // The shifts lose less than one tenth.
    quotient + u32::from(value - quotient * 10 > 9)
}
