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
        match Value::from_json(&format!("[{arguments}]")) {
            Ok(Value::Array(arguments)) => {
                let nests = |it: &Value| matches!(it, Value::Array(_) | Value::Object(_));
                match arguments.iter().any(nests) {
                    true => Err(
                        "only primitives can be passed: numbers, strings, booleans, null"
                            .to_owned(),
                    ),
                    false => Ok(Call { id, arguments }),
                }
            }
            _ => Err(format!("`{arguments}` is no list of JSON values")),
        }
    }
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
    fn what_is_no_call_says_why() {
        assert!("x".parse::<Call>().unwrap_err().contains("no export id"));
        assert!("1(2".parse::<Call>().unwrap_err().contains("parenthesis"));
        assert!("1([2])".parse::<Call>().unwrap_err().contains("primitives"));
        assert!("1(a)".parse::<Call>().unwrap_err().contains("JSON"));
    }
}
