"""Frozen records that cost nothing to import: what a slotted frozen dataclass is, its code made when needed.

A dataclass compiles its methods when its module is imported, 0.8 ms a class; the syntax tree alone has forty.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal, NoReturn, TypeVar, dataclass_transform


class _Field:
    """The default of a field that is given by keyword only and does not count when records are compared."""

    def __init__(self, default: object) -> None:
        self.default = default


def aside(*, default: Any, kw_only: Literal[True]) -> Any:
    """Declares a field that stands aside from what the record says: its place, the type found for it.

    `kw_only` says to type checkers what holds of every such field.
    """
    return _Field(default)


@dataclass_transform(frozen_default=True, field_specifiers=(aside,))
class _RecordType(type):
    def __new__(mcs, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
        fields: dict[str, Any] = {}
        for base in reversed(bases):
            fields.update(getattr(base, "_fields", {}))
        for field, annotation in namespace.get("__annotations__", {}).items():
            if str(annotation).startswith("ClassVar"):
                continue
            fields[field] = namespace.pop(field, _REQUIRED)
        compared = tuple(key for key, default in fields.items() if type(default) is not _Field)
        inherited = {field for base in bases for field in getattr(base, "_fields", {})}
        namespace["__slots__"] = tuple(field for field in fields if field not in inherited)
        namespace["__match_args__"] = compared
        namespace["_fields"] = fields
        namespace["__init__"] = _first_init
        made = super().__new__(mcs, name, bases, namespace)
        made._setters = tuple(getattr(made, field).__set__ for field in fields)  # type: ignore[attr-defined]
        return made


def _first_init(self: Any, *values: Any, **named: Any) -> None:
    """Writes a class's constructor when its first record is made: from then on as fast as a dataclass's."""
    cls = type(self)
    known: dict[str, Any] = {}
    plain: list[str] = ["self"]
    asides: list[str] = []
    body: list[str] = []
    for at, ((field, default), setter) in enumerate(zip(cls._fields.items(), cls._setters, strict=True)):
        known[f"set{at}"] = setter
        stands_aside = type(default) is _Field
        known[f"default{at}"] = default.default if stands_aside else default
        parameter = field if default is _REQUIRED else f"{field}=default{at}"
        (asides if stands_aside else plain).append(parameter)
        body.append(f"    set{at}(self, {field})")
    parameters = ", ".join([*plain, *(["*", *asides] if asides else [])])
    exec(f"def __init__({parameters}):\n" + "\n".join(body or ["    pass"]), known)
    cls.__init__ = known["__init__"]
    cls.__init__(self, *values, **named)


_REQUIRED = object()


class Record(metaclass=_RecordType):
    """Base of immutable records: fields in the order of their annotations, equal by class and value."""

    _fields: ClassVar[dict[str, Any]]
    _setters: ClassVar[tuple[Any, ...]]
    __match_args__: ClassVar[tuple[str, ...]]

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, field) == getattr(other, field) for field in self.__match_args__)

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, field) for field in self.__match_args__)))

    def __repr__(self) -> str:
        shown = ", ".join(f"{field}={getattr(self, field)!r}" for field in self.__match_args__)
        return f"{type(self).__name__}({shown})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), tuple(getattr(self, field) for field in self._fields))


R = TypeVar("R", bound=Record)


def _restore(cls: type[R], values: tuple[Any, ...]) -> R:
    record = object.__new__(cls)
    for setter, value in zip(cls._setters, values, strict=True):
        setter(record, value)
    return record


def replace(record: R, **changes: Any) -> R:
    """`record` with some fields changed."""
    return type(record)(**{field: getattr(record, field) for field in record._fields} | changes)
