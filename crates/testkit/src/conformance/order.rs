//! Which orders of output lines a case allows.

use std::collections::BTreeMap;

/// The rule for the lines of standard output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// Exactly the recorded lines.
    Exact,
    /// The lines, joined by one space, are one of these. Nothing is recorded.
    OneOf(Vec<String>),
    /// The recorded lines in any order that keeps every chain: all occurrences of a line come
    /// before all occurrences of the next one in its chain.
    Partial(Vec<Vec<String>>),
}

impl Order {
    /// Reads a JSON array of strings.
    pub(super) fn parse_set(value: &str) -> Result<Self, String> {
        let orders: Vec<String> =
            serde_json::from_str(value).map_err(|error| format!("@orders wants a JSON array of strings: {error}"))?;
        if orders.len() < 2 {
            return Err("@orders wants at least two orders".to_string());
        }
        Ok(Self::OneOf(orders))
    }

    /// Reads `a < b < c` and adds it to the partial order.
    pub(super) fn add_chain(&mut self, value: &str) -> Result<(), String> {
        let chain: Vec<String> = value.split('<').map(|l| l.trim().to_string()).collect();
        if chain.len() < 2 || chain.iter().any(String::is_empty) {
            return Err(format!("@before wants `a < b`, not `{value}`"));
        }
        match self {
            Self::Exact => *self = Self::Partial(vec![chain]),
            Self::Partial(chains) => chains.push(chain),
            Self::OneOf(_) => return Err("@orders and @before exclude each other".to_string()),
        }
        Ok(())
    }

    /// The lines as they are recorded: what the rule leaves open is brought into one form.
    pub fn normal_form(&self, lines: &[String]) -> Vec<String> {
        let mut lines = lines.to_vec();
        match self {
            Self::Exact => {}
            Self::OneOf(_) => lines.clear(),
            Self::Partial(_) => lines.sort(),
        }
        lines
    }

    /// Whether `lines` keep the rule itself, apart from what was recorded.
    ///
    /// # Errors
    /// A sentence that says which part of the rule is broken.
    pub fn check(&self, lines: &[String]) -> Result<(), String> {
        match self {
            Self::Exact => Ok(()),
            Self::OneOf(orders) => {
                let seen = lines.join(" ");
                if orders.contains(&seen) {
                    return Ok(());
                }
                Err(format!("seen:  {seen}\nlegal: {}", orders.join("\n       ")))
            }
            Self::Partial(chains) => chains.iter().try_for_each(|chain| keeps(chain, lines)),
        }
    }
}

fn keeps(chain: &[String], lines: &[String]) -> Result<(), String> {
    let mut last: BTreeMap<&str, usize> = BTreeMap::new();
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (position, line) in lines.iter().enumerate() {
        last.insert(line, position);
        first.entry(line).or_insert(position);
    }
    for pair in chain.windows(2) {
        let (Some(before), Some(after)) = (last.get(&*pair[0]), first.get(&*pair[1])) else {
            continue;
        };
        if before > after {
            return Err(format!("`{}` must come before `{}`\nseen: {}", pair[0], pair[1], lines.join(" ")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_string).collect()
    }

    #[test]
    fn a_set_of_orders_accepts_its_members_only() {
        let order = Order::parse_set(r#"["a b", "b a"]"#).unwrap();
        assert!(order.check(&lines("b a")).is_ok());
        assert!(order.check(&lines("a a")).is_err());
        assert!(order.normal_form(&lines("b a")).is_empty());
    }

    #[test]
    fn a_partial_order_keeps_its_chains() {
        let mut order = Order::Exact;
        order.add_chain("a < b < c").unwrap();
        order.add_chain("x < c").unwrap();
        assert!(order.check(&lines("a x b c")).is_ok());
        assert!(order.check(&lines("x a b c")).is_ok());
        assert!(order.check(&lines("a b c x")).is_err());
        assert!(order.check(&lines("a b a c x")).is_err());
        assert_eq!(order.normal_form(&lines("x a")), lines("a x"));
    }
}
