//! Private names (`#name`). Where a class is evaluated once, the key of a field is a text that no string of a
//! script can be: its first byte is one that never begins a character. Else it is a symbol that such a text
//! describes. What lists keys leaves both out.

/// The bits of a first byte that tell, and what they are.
const MASK: u8 = 0xC0;
const MARK: u8 = 0x80;
/// The bits of a byte that are a digit of a name's number.
const DIGIT_BITS: u32 = MARK.trailing_zeros() - 1;

/// Whether a text is that of a private name.
pub fn is_private(text: &[u8]) -> bool {
    text.first().is_some_and(|first| first & MASK == MARK)
}

/// The number of a private name, and what follows it in its text; no number of another text.
pub fn private_parts(text: &[u8]) -> (Option<u32>, &[u8]) {
    if !is_private(text) {
        return (None, text);
    }
    let digits = text.iter().take_while(|&&byte| byte & MASK == MARK).count();
    let (digits, rest) = text.split_at_checked(digits).unwrap_or((text, &[]));
    let number = digits.iter().rev().fold(0u32, |number, digit| {
        number.wrapping_shl(DIGIT_BITS) | u32::from(digit & !MASK)
    });
    (Some(number), rest)
}

/// The bytes of the text of a private name, lowest digit first: one for each of the first 64.
pub fn private_name(number: u32) -> impl Iterator<Item = u8> {
    let mut rest = Some(number);
    core::iter::from_fn(move || {
        let number = rest?;
        rest = match number >> DIGIT_BITS {
            0 => None,
            higher => Some(higher),
        };
        Some(MARK | (number & ((1 << DIGIT_BITS) - 1)) as u8)
    })
}
