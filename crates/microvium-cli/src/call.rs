//! Calls as the command line has them: `1`, `2(3,"x")`.

use microvium::Value;
use std::str::FromStr;

/// A call of an export.
#[derive(Clone, PartialEq, Debug)]
pub struct Call {
    /// The export's id.
    pub id: u16,
    /// The arguments.
    pub arguments: Vec<Value>,
}

impl FromStr for Call {
    type Err = String;

    fn from_str(text: &str) -> Result<Call, String> {
        let (id, arguments) = match text.split_once('(') {
            Some((id, rest)) => {
                let Some(list) = rest.strip_suffix(')') else {
                    return Err("the closing parenthesis is missing".to_owned());
                };
                (id, list)
            }
            None => (text, ""),
        };
        let id = id
            .parse()
            .map_err(|_| format!("`{id}` is no export id: an integer from 0 to 65535"))?;
        let nests = |it: &Value| matches!(it, Value::Array(_) | Value::Object(_));
        match list(arguments) {
            Some(arguments) if arguments.iter().any(nests) => Err(
                "only primitives can be passed: numbers, strings, booleans, null, undefined"
                    .to_owned(),
            ),
            Some(arguments) => Ok(Call { id, arguments }),
            None => Err(format!("`{arguments}` is no list of JSON values")),
        }
    }
}

/// The values of a list: as JSON has them, and those that it has no form for.
fn list(text: &str) -> Option<Vec<Value>> {
    if let Ok(Value::Array(values)) = Value::from_json(&format!("[{text}]")) {
        return Some(values);
    }
    let commas = text.match_indices(',').map(|(at, _)| at);
    // A comma may stand in a string.
    commas.chain([text.len()]).find_map(|end| {
        let first = value(text[..end].trim())?;
        let mut values = vec![first];
        if let Some(rest) = text.get(end + 1..) {
            values.extend(list(rest).filter(|it| !it.is_empty())?);
        }
        Some(values)
    })
}

fn value(text: &str) -> Option<Value> {
    Some(match text {
        "undefined" => Value::Undefined,
        "NaN" => Value::Number(f64::NAN),
        "Infinity" => Value::Number(f64::INFINITY),
        "-Infinity" => Value::Number(f64::NEG_INFINITY),
        json => return Value::from_json(json).ok(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_alone_is_a_call_without_arguments() {
        assert_eq!(
            "7".parse(),
            Ok(Call {
                id: 7,
                arguments: vec![]
            })
        );
    }

    #[test]
    fn arguments_are_json() {
        let arguments = vec![Value::Number(3.0), Value::String("x".into())];
        assert_eq!(r#"2(3,"x")"#.parse(), Ok(Call { id: 2, arguments }));
    }

    #[test]
    fn what_json_has_no_form_for_may_be_an_argument() {
        let call: Call = r#"2(undefined, -Infinity,"a,undefined",7)"#.parse().unwrap();
        let expected = [
            Value::Undefined,
            Value::Number(f64::NEG_INFINITY),
            Value::String("a,undefined".into()),
            Value::Number(7.0),
        ];
        assert_eq!(call.arguments, expected);
        assert!("1(undefined,)".parse::<Call>().is_err());
        assert!("1(undefined [1,2])".parse::<Call>().is_err());
    }

    #[test]
    fn what_is_no_call_says_why() {
        assert!("x".parse::<Call>().unwrap_err().contains("no export id"));
        assert!("1(2".parse::<Call>().unwrap_err().contains("parenthesis"));
        assert!("1([2])".parse::<Call>().unwrap_err().contains("primitives"));
        assert!("1(a)".parse::<Call>().unwrap_err().contains("JSON"));
    }
}
